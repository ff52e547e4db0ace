package bizops.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One pipeline in one environment, ready to run: every variable is put in. Immutable, but for the tree.
 *
 * @param warehouse settings of the database, as target-postgres has them
 * @param taps those that run here
 * @param transform empty where the pipeline has none, as {@code report}
 * @param logs the folder of logs
 * @param alerts empty where nobody is told
 */
public record Job(
        String pipeline,
        Environment environment,
        ObjectNode warehouse,
        List<TapSpec> taps,
        ProgramSpec target,
        Optional<StepSpec> transform,
        Optional<StepSpec> report,
        Policy policy,
        Path logs,
        Optional<AlertSpec> alerts) {
    public Job {
        taps = List.copyOf(taps);
    }

    /** The same with these taps alone. */
    public Job withTaps(Set<String> names) {
        return with(names, transform, report);
    }

    /** The same with these of its {@link #steps} alone. */
    public Job withSteps(Set<String> names) {
        return with(
                names,
                transform.filter(step -> names.contains(step.program().name())),
                report.filter(step -> names.contains(step.program().name())));
    }

    /** The names of all that runs, in order: the taps, transform, report. */
    public List<String> steps() {
        return Stream.concat(
                        taps.stream().map(TapSpec::name),
                        Stream.of(transform, report)
                                .flatMap(Optional::stream)
                                .map(step -> step.program().name()))
                .toList();
    }

    private Job with(Set<String> tapNames, Optional<StepSpec> transforming, Optional<StepSpec> reporting) {
        return new Job(
                pipeline,
                environment,
                warehouse,
                taps.stream().filter(tap -> tapNames.contains(tap.name())).toList(),
                target,
                transforming,
                reporting,
                policy,
                logs,
                alerts);
    }
}
