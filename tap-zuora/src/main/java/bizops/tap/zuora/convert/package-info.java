/** Rows of files as records. */
@NullMarked
package bizops.tap.zuora.convert;

import org.jspecify.annotations.NullMarked;
