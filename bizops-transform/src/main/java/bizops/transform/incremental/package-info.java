/** Builds that change the published tables in place: which rows differ, and putting them right at once. */
@NullMarked
package bizops.transform.incremental;

import org.jspecify.annotations.NullMarked;
