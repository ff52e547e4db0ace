/** The target against a real PostgreSQL. */
@NullMarked
package bizops.target;

import org.jspecify.annotations.NullMarked;
