/** Counts objects by Data Query, for {@code --audit}. */
@NullMarked
package bizops.tap.zuora.count;

import org.jspecify.annotations.NullMarked;
