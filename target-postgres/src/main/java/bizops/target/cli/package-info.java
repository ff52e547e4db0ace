/** The flags of the target. */
@NullMarked
package bizops.target.cli;

import org.jspecify.annotations.NullMarked;
