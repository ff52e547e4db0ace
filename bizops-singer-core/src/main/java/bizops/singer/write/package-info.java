/** Messages to bytes on standard output. */
@NullMarked
package bizops.singer.write;

import org.jspecify.annotations.NullMarked;
