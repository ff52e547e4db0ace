/** The report: reads the marts and writes a page that opens from a file. */
@NullMarked
package bizops.report;

import org.jspecify.annotations.NullMarked;
