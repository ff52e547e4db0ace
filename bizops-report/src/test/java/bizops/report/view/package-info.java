/** Tests of the tiles' computation, against a slow and obvious one. */
@NullMarked
package bizops.report.view;

import org.jspecify.annotations.NullMarked;
