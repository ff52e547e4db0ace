/** Bookmarks: how far each stream was read, as immutable values. */
@NullMarked
package bizops.singer.state;

import org.jspecify.annotations.NullMarked;
