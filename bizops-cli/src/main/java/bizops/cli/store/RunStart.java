package bizops.cli.store;

import java.util.Optional;

/**
 * What is known of a run at its start. Immutable.
 *
 * @param tapVersion empty for a program that is not of this archive, as {@code targetVersion}
 * @param host where it runs
 * @param jobUrl of the CI job
 * @param gitSha of the pipeline's repository
 * @param configHash of the settings without secrets
 */
public record RunStart(
        String runId,
        String stateId,
        String tap,
        String target,
        Optional<String> tapVersion,
        Optional<String> targetVersion,
        String host,
        Optional<String> jobUrl,
        Optional<String> gitSha,
        String configHash) {}
