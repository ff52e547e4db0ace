/** Versions of what outlives builds, and how an earlier version's tables become those of this program. */
@NullMarked
package bizops.transform.upgrade;

import org.jspecify.annotations.NullMarked;
