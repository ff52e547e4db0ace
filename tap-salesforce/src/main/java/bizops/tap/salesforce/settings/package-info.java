/** The settings that say how to log in, read in every form that Salesforce taps know, and checked all at once. */
@NullMarked
package bizops.tap.salesforce.settings;

import org.jspecify.annotations.NullMarked;
