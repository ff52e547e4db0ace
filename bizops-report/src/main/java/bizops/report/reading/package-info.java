/** Reads the files of a site, the program's own and the user's on top, and checks them against one another. */
@NullMarked
package bizops.report.reading;

import org.jspecify.annotations.NullMarked;
