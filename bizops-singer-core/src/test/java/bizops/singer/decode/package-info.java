/** Tests of how lines become messages. */
@NullMarked
package bizops.singer.decode;

import org.jspecify.annotations.NullMarked;
