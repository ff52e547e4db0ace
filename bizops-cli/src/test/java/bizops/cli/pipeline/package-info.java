/** Tests of {@link bizops.cli.pipeline}. */
@NullMarked
package bizops.cli.pipeline;

import org.jspecify.annotations.NullMarked;
