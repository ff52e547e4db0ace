/** Zuora as Singer streams: fetch, convert, write. */
@NullMarked
package bizops.tap.zuora;

import org.jspecify.annotations.NullMarked;
