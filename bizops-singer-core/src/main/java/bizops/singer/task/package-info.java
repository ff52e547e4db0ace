/** Work beside the thread that asks for it. */
@NullMarked
package bizops.singer.task;

import org.jspecify.annotations.NullMarked;
