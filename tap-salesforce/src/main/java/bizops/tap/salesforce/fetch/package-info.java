/** Pages of rows: paging, restarts, halving, upper bounds and deletions. */
@NullMarked
package bizops.tap.salesforce.fetch;

import org.jspecify.annotations.NullMarked;
