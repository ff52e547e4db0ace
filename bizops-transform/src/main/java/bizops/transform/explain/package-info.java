/** What a number is made of: its formula, what goes into it, and the rows behind. */
@NullMarked
package bizops.transform.explain;

import org.jspecify.annotations.NullMarked;
