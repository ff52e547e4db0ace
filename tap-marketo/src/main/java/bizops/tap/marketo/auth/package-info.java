/** Access tokens: how the tap logs in. */
@NullMarked
package bizops.tap.marketo.auth;

import org.jspecify.annotations.NullMarked;
