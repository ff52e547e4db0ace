/** The programs that this one starts: where they are, what they print, and where they run. */
@NullMarked
package bizops.cli.process;

import org.jspecify.annotations.NullMarked;
