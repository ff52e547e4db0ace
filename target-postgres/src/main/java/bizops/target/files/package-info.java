/** The files that BATCH messages name. */
@NullMarked
package bizops.target.files;

import org.jspecify.annotations.NullMarked;
