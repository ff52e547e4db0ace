/** The rows of one Salesforce org in memory, with their types, clock and deletions. */
@NullMarked
package bizops.sandbox.salesforce.data;

import org.jspecify.annotations.NullMarked;
