/** One launcher for every executable: flags, help, version, signals, the error line and the exit code. */
@NullMarked
package bizops.singer.cli;

import org.jspecify.annotations.NullMarked;
