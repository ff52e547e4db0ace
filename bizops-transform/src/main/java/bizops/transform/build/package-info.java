/** Making the relations of a build: schemas, tables, views, in parallel where they do not wait for each other. */
@NullMarked
package bizops.transform.build;

import org.jspecify.annotations.NullMarked;
