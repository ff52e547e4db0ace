/** What a tap's {@code --audit} says, held to the rows that the tap has sent. */
@NullMarked
package bizops.singer.testkit.audit;

import org.jspecify.annotations.NullMarked;
