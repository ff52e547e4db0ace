/** Authorised calls to Zuora, and what its error replies mean. */
@NullMarked
package bizops.tap.zuora.rest;

import org.jspecify.annotations.NullMarked;
