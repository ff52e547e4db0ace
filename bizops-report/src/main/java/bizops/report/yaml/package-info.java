/** YAML whose every value knows its line, and the mistakes found in files. */
@NullMarked
package bizops.report.yaml;

import org.jspecify.annotations.NullMarked;
