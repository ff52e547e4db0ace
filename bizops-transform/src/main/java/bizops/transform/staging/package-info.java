/** Raw tables to staging tables: typed, one row a key, deleted rows marked, missing columns null. */
@NullMarked
package bizops.transform.staging;

import org.jspecify.annotations.NullMarked;
