/** A record to the bytes of COPY, straight from the parser. */
@NullMarked
package bizops.target.encode;

import org.jspecify.annotations.NullMarked;
