/** The messages of the Singer protocol, one immutable type each. */
@NullMarked
package bizops.singer.message;

import org.jspecify.annotations.NullMarked;
