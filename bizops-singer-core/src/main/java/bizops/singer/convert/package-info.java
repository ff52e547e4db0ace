/** A vendor's texts as the values of records. */
@NullMarked
package bizops.singer.convert;

import org.jspecify.annotations.NullMarked;
