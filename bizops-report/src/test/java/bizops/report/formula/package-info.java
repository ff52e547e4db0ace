@NullMarked
package bizops.report.formula;

import org.jspecify.annotations.NullMarked;
