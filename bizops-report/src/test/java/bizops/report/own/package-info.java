/** The site's own cubes on marts that {@code bizops-transform} built. */
@NullMarked
package bizops.report.own;

import org.jspecify.annotations.NullMarked;
