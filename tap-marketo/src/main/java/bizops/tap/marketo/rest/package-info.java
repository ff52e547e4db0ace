/** Calls to the REST API: one envelope, its errors told apart, the daily quota watched. */
@NullMarked
package bizops.tap.marketo.rest;

import org.jspecify.annotations.NullMarked;
