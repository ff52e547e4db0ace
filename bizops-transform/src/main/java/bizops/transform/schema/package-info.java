/** The names of the schemas that an environment's build writes. */
@NullMarked
package bizops.transform.schema;

import org.jspecify.annotations.NullMarked;
