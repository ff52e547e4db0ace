/** The rules for taps, a class each, and the runs that they judge. */
@NullMarked
package bizops.singer.testkit.tap;

import org.jspecify.annotations.NullMarked;
