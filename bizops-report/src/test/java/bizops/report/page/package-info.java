/** Tests of the pages as they stand in their files. */
@NullMarked
package bizops.report.page;

import org.jspecify.annotations.NullMarked;
