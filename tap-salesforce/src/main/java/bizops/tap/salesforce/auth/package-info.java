/** Access tokens: how the tap logs in. */
@NullMarked
package bizops.tap.salesforce.auth;

import org.jspecify.annotations.NullMarked;
