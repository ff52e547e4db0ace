/** Leads and what became of them: changes, deletions, merges. */
@NullMarked
package bizops.tap.marketo.leads;

import org.jspecify.annotations.NullMarked;
