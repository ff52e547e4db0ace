/** A new project: its files and what they hold. */
@NullMarked
package bizops.cli.start;

import org.jspecify.annotations.NullMarked;
