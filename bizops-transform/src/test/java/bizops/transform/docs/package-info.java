/** Tests of the pages. */
@NullMarked
package bizops.transform.docs;

import org.jspecify.annotations.NullMarked;
