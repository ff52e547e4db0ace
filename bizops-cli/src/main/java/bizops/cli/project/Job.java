package bizops.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return new Job(
                pipeline,
                environment,
                warehouse,
                taps.stream().filter(tap -> names.contains(tap.name())).toList(),
                target,
                transform,
                report,
                policy,
                logs,
                alerts);
    }
}
