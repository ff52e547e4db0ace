/** Tests of how rows get into a table that has some. */
@NullMarked
package bizops.target.merge;

import org.jspecify.annotations.NullMarked;
