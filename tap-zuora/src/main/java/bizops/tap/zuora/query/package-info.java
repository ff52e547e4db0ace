/** The texts of queries: names, literals, windows. */
@NullMarked
package bizops.tap.zuora.query;

import org.jspecify.annotations.NullMarked;
