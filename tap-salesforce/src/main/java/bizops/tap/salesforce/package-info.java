/** Salesforce as a Singer tap: the program, its settings, its streams. */
@NullMarked
package bizops.tap.salesforce;

import org.jspecify.annotations.NullMarked;
