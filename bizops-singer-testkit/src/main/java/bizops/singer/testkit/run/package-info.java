/** Runs the judged program as a process, to its end or with its pipes in hand. */
@NullMarked
package bizops.singer.testkit.run;

import org.jspecify.annotations.NullMarked;
