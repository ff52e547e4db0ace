/** Tests of the names of schemas. */
@NullMarked
package bizops.transform.schema;

import org.jspecify.annotations.NullMarked;
