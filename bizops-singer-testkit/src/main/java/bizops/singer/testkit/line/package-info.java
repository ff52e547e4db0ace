/** What the program printed, read strictly: lines, then messages. */
@NullMarked
package bizops.singer.testkit.line;

import org.jspecify.annotations.NullMarked;
