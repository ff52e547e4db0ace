/** Drives a built page in a browser and computes its figures a second way; the end-to-end test uses it too. */
@NullMarked
package bizops.report.drive;

import org.jspecify.annotations.NullMarked;
