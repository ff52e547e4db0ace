/** From the temporary table into the table: upserts, deletes, versions. */
@NullMarked
package bizops.target.merge;

import org.jspecify.annotations.NullMarked;
