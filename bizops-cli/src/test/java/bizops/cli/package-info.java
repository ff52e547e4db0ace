/** Tests with real processes: small shell scripts stand in for the sibling programs. */
@NullMarked
package bizops.cli;

import org.jspecify.annotations.NullMarked;
