/** The build from start to end. */
@NullMarked
package bizops.transform.run;

import org.jspecify.annotations.NullMarked;
