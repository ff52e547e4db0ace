@NullMarked
package bizops.report.reading;

import org.jspecify.annotations.NullMarked;
