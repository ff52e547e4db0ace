/** The kit that a tap is built on: an author writes streams, the kit does the rest. */
@NullMarked
package bizops.singer.tap;

import org.jspecify.annotations.NullMarked;
