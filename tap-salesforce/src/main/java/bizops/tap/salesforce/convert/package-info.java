/** A row of a reply becomes a record, to the last digit. */
@NullMarked
package bizops.tap.salesforce.convert;

import org.jspecify.annotations.NullMarked;
