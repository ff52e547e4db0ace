/** Calls to the REST API: one authorised request at a time, its errors told apart, its quota watched. */
@NullMarked
package bizops.tap.salesforce.rest;

import org.jspecify.annotations.NullMarked;
