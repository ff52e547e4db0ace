/** Every way to log in to the org: the OAuth flows of its one connected app, and the SOAP API's login call. */
@NullMarked
package bizops.sandbox.salesforce.login;

import org.jspecify.annotations.NullMarked;
