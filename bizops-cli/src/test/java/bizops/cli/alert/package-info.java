/** Tests of {@link bizops.cli.alert}. */
@NullMarked
package bizops.cli.alert;

import org.jspecify.annotations.NullMarked;
