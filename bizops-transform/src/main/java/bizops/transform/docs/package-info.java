/** The models as static pages: lineage, columns, tests and SQL. */
@NullMarked
package bizops.transform.docs;

import org.jspecify.annotations.NullMarked;
