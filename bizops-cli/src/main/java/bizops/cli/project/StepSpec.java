package bizops.cli.project;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Transform or report. Immutable.
 *
 * @param foreign whether it is another program than ours, which gets no settings and no further arguments
 * @param folder seeds of the transform, or where the report goes
 */
public record StepSpec(ProgramSpec program, boolean foreign, Optional<Path> folder) {}
