/** Tests of how bytes are cut into lines. */
@NullMarked
package bizops.singer.read;

import org.jspecify.annotations.NullMarked;
