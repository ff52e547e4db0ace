/** What all of Marketo's endpoints share: requests, the envelope of answers and the codes of errors. */
@NullMarked
package bizops.sandbox.marketo.wire;

import org.jspecify.annotations.NullMarked;
