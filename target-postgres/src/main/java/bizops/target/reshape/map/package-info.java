/** Streams and properties under other names, or left out: the setting {@code stream_maps}. */
@NullMarked
package bizops.target.reshape.map;

import org.jspecify.annotations.NullMarked;
