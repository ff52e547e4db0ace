/** Tests of explanations. */
@NullMarked
package bizops.transform.explain;

import org.jspecify.annotations.NullMarked;
