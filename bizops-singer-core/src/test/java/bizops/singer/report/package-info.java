/** What the programs say on standard error. */
@NullMarked
package bizops.singer.report;

import org.jspecify.annotations.NullMarked;
