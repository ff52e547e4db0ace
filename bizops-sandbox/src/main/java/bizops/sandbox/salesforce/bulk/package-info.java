/** Bulk query jobs: their life, their rows, and the CSV that carries them; who asks for them over HTTP is elsewhere. */
@NullMarked
package bizops.sandbox.salesforce.bulk;

import org.jspecify.annotations.NullMarked;
