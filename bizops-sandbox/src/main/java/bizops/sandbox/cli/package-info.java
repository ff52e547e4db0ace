/** The command line of the sandbox program. */
@NullMarked
package bizops.sandbox.cli;

import org.jspecify.annotations.NullMarked;
