/** What is compared in a destination. */
@NullMarked
package bizops.singer.testkit.target;

import org.jspecify.annotations.NullMarked;
