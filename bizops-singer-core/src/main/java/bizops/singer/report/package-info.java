/** What a person or a runner reads on standard error: logs, metrics lines, progress. */
@NullMarked
package bizops.singer.report;

import org.jspecify.annotations.NullMarked;
