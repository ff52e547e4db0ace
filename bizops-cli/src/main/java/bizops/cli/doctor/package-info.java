/** {@code bizops doctor}: looks at everything that a run needs; each finding has its remedy. */
@NullMarked
package bizops.cli.doctor;

import org.jspecify.annotations.NullMarked;
