/** The command line: JCommander stops here. */
@NullMarked
package bizops.transform.cli;

import org.jspecify.annotations.NullMarked;
