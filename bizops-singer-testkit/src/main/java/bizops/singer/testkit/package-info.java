/** Judges a Singer executable by rule: the program {@code singer-check}. */
@NullMarked
package bizops.singer.testkit;

import org.jspecify.annotations.NullMarked;
