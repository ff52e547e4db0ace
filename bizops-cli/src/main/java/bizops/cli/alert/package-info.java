/** Tells somebody what a run finds to be wrong. */
@NullMarked
package bizops.cli.alert;

import org.jspecify.annotations.NullMarked;
