/** Tests of {@link bizops.cli.project}. */
@NullMarked
package bizops.cli.project;

import org.jspecify.annotations.NullMarked;
