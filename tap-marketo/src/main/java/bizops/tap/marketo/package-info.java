/** Marketo as Singer streams: fetch, convert, write. */
@NullMarked
package bizops.tap.marketo;

import org.jspecify.annotations.NullMarked;
