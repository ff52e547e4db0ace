/** Logins, and where a tenant lives. */
@NullMarked
package bizops.tap.zuora.auth;

import org.jspecify.annotations.NullMarked;
