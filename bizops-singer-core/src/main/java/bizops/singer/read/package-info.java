/** Bytes to lines, with limits. */
@NullMarked
package bizops.singer.read;

import org.jspecify.annotations.NullMarked;
