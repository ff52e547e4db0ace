package bizops.cli;

import bizops.cli.project.Job;
import bizops.singer.error.Suggestion;
import bizops.singer.error.UsageException;
import java.util.List;
import java.util.Set;

/** The steps of a pipeline that a call names. Stateless. */
final class StepChoice {
    private StepChoice() {}

    /** The pipeline with these steps alone; an error if one does not run there. */
    static Job of(Job job, List<String> names) {
        List<String> known = job.steps();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException("pipeline " + job.pipeline() + " runs no step '" + name + "' in environment "
                        + job.environment().name() + " (" + String.join(", ", known) + ")"
                        + Suggestion.hint(name, known));
            }
        }
        return job.withSteps(Set.copyOf(names));
    }

    /** Whether a call names steps, and none that reads what the taps of another call write. */
    static boolean isTapsAlone(Job job, List<String> names) {
        return !names.isEmpty() && job.transform().isEmpty() && job.report().isEmpty();
    }
}
