/** From describe to what the tap offers: objects, fields, types, keys, and what is left out and why. */
@NullMarked
package bizops.tap.salesforce.discover;

import org.jspecify.annotations.NullMarked;
