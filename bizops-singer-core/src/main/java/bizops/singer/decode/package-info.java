/** A line to a message, streaming: no tree is built for a record. */
@NullMarked
package bizops.singer.decode;

import org.jspecify.annotations.NullMarked;
