/** Objects, fields and relations as describe tells them, and the streams they make. */
@NullMarked
package bizops.tap.zuora.discover;

import org.jspecify.annotations.NullMarked;
