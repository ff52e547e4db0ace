/** The command line: settings, connection, summary. */
@NullMarked
package bizops.report.cli;

import org.jspecify.annotations.NullMarked;
