/** The build against a real PostgreSQL, and against a second way to compute the same. */
@NullMarked
package bizops.transform;

import org.jspecify.annotations.NullMarked;
