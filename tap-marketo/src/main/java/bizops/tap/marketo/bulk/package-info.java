/** Bulk extracts: a job is made, waited for, its file downloaded and verified, its rows read. */
@NullMarked
package bizops.tap.marketo.bulk;

import org.jspecify.annotations.NullMarked;
