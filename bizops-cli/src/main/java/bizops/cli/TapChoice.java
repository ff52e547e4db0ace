package bizops.cli;

import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import java.util.List;
import java.util.Set;

/**
 * The taps that a call names. Immutable.
 *
 * @param names none: all
 */
record TapChoice(List<String> names) {
    /** The job with these taps alone; an error for one that it does not have. */
    Job of(Job job) {
        List<String> known = job.taps().stream().map(TapSpec::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ConfigException("bizops.yml has no tap '" + name + "' (" + String.join(", ", known) + ")"
                        + Suggestion.hint(name, known));
            }
        }
        return names.isEmpty() ? job : job.withTaps(Set.copyOf(names));
    }
}
