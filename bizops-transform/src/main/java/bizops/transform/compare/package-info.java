/** Comparing what is published: with a full build, row for row, and with another environment, metric by metric. */
@NullMarked
package bizops.transform.compare;

import org.jspecify.annotations.NullMarked;
