/** A database that an earlier version filled, in the hands of this one. */
@NullMarked
package bizops.dist.upgrade;

import org.jspecify.annotations.NullMarked;
