/** What a rule says: its text and its verdict. */
@NullMarked
package bizops.singer.testkit.verdict;

import org.jspecify.annotations.NullMarked;
