/** Tests of {@link bizops.cli.start}. */
@NullMarked
package bizops.cli.start;

import org.jspecify.annotations.NullMarked;
