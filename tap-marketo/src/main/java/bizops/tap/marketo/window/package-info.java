/** Windows of time, what is saved of them, and the series of jobs that reads them. */
@NullMarked
package bizops.tap.marketo.window;

import org.jspecify.annotations.NullMarked;
