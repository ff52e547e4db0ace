@NullMarked
package bizops.report.serve;

import org.jspecify.annotations.NullMarked;
