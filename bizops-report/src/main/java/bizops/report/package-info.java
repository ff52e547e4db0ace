/** The report: reads the marts and writes a site of pages that open from a file. */
@NullMarked
package bizops.report;

import org.jspecify.annotations.NullMarked;
