/** The cubes' queries, run in one snapshot of the marts, to columns of codes and exact sums. */
@NullMarked
package bizops.report.cube;

import org.jspecify.annotations.NullMarked;
