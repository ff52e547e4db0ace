/** A company of any size, written into a database as raw tables. */
@NullMarked
package bizops.sandbox.world;

import org.jspecify.annotations.NullMarked;
