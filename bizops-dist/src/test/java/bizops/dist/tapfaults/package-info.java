/** Taps that are struck by their vendor's faults and killed while their source changes, held against what it really holds. */
@NullMarked
package bizops.dist.tapfaults;

import org.jspecify.annotations.NullMarked;
