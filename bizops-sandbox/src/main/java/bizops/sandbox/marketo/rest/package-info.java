/** Marketo's REST API: identity, persons, activities, assets and the metering of calls. */
@NullMarked
package bizops.sandbox.marketo.rest;

import org.jspecify.annotations.NullMarked;
