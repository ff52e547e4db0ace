/** Tests of the names of schemas. */
@NullMarked
package bizops.transform.model;

import org.jspecify.annotations.NullMarked;
