/** The Salesforce REST API over the rows of one org. */
@NullMarked
package bizops.sandbox.salesforce.rest;

import org.jspecify.annotations.NullMarked;
