/** What one run reads of each stream, and how it goes on where the last one stopped. */
@NullMarked
package bizops.tap.zuora.read;

import org.jspecify.annotations.NullMarked;
