/** The web server: requests in, replies out, whole or spoiled. */
@NullMarked
package bizops.sandbox.http;

import org.jspecify.annotations.NullMarked;
