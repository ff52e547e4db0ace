package bizops.cli.pipeline;

import bizops.cli.pair.Side;
import bizops.cli.process.Executable;
import bizops.cli.process.Installation;
import bizops.cli.project.ProgramSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds programs as {@code bizops.yml} names them. Immutable.
 *
 * @param folder where they run: that of {@code bizops.yml}
 */
public record Programs(Optional<Installation> installation, String searchPath, Path folder) {
    /** The program itself; an error if it is not there. */
    public Executable find(ProgramSpec spec) {
        return Executable.find(spec.command().get(0), installation, searchPath);
    }

    /** The program with one file of settings. */
    public Side side(ProgramSpec spec, Path settings) {
        return new Side(
                find(spec),
                spec.command().subList(1, spec.command().size()),
                List.of(settings.toString()),
                spec.environment(),
                Optional.of(folder));
    }
}
