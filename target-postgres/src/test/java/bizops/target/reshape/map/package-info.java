/** Tests of what the setting {@code stream_maps} does to one stream. */
@NullMarked
package bizops.target.reshape.map;

import org.jspecify.annotations.NullMarked;
