/** SOQL: text to tree, tree to rows, refused as Salesforce refuses. */
@NullMarked
package bizops.sandbox.salesforce.soql;

import org.jspecify.annotations.NullMarked;
