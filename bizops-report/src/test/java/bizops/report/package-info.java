/** The report as a program and its page. */
@NullMarked
package bizops.report;

import org.jspecify.annotations.NullMarked;
