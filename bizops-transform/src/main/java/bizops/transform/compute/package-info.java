/** Models whose rows are not a query's but computed from one. */
@NullMarked
package bizops.transform.compute;

import org.jspecify.annotations.NullMarked;
