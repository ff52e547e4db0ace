/** Putting a finished build in the place of the live one, in one transaction. */
@NullMarked
package bizops.transform.publish;

import org.jspecify.annotations.NullMarked;
