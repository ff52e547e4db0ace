/** The program {@code bizops}: thin, it starts the other programs as processes and says how they fared. */
@NullMarked
package bizops.cli;

import org.jspecify.annotations.NullMarked;
