/** Tests of the cubes' queries, and cubes made by hand for tests. */
@NullMarked
package bizops.report.cube;

import org.jspecify.annotations.NullMarked;
