/** Versions of records that outlive every build: slowly changing dimensions, dated by the source's own stamps. */
@NullMarked
package bizops.transform.history;

import org.jspecify.annotations.NullMarked;
