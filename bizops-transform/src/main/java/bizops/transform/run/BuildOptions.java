package bizops.transform.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a build is to go about it. Immutable.
 *
 * @param full make every table anew, whatever was published before
 * @param rebind move users' views to the new tables; else any such view stops the publishing
 * @param allowShrunk publish although a raw table has lost nearly all of its rows
 * @param version the program's version, for the log
 * @param junit where every test is written as JUnit would, whether or not the build is published
 */
public record BuildOptions(boolean full, boolean rebind, boolean allowShrunk, String version, Optional<Path> junit) {}
