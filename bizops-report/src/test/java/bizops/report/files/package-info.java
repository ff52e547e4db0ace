@NullMarked
package bizops.report.files;

import org.jspecify.annotations.NullMarked;
