/** Rules for taps, where processes would show too little. */
@NullMarked
package bizops.singer.testkit.tap;

import org.jspecify.annotations.NullMarked;
