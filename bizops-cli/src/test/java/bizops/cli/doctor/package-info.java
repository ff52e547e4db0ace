/** Tests of {@link bizops.cli.doctor}. */
@NullMarked
package bizops.cli.doctor;

import org.jspecify.annotations.NullMarked;
