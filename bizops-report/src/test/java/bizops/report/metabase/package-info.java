@NullMarked
package bizops.report.metabase;

import org.jspecify.annotations.NullMarked;
