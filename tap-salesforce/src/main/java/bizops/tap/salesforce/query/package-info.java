/** SOQL text: the one place that quotes, and the ranges that queries read. */
@NullMarked
package bizops.tap.salesforce.query;

import org.jspecify.annotations.NullMarked;
