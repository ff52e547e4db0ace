/** Logging in: five of the vendor's flows behind one source of tokens, and the file that keeps tokens good for one use. */
@NullMarked
package bizops.tap.salesforce.auth;

import org.jspecify.annotations.NullMarked;
