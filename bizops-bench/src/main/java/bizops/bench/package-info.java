/** The benchmark: generated rows, a server that syncs, and two programs in turn. */
@NullMarked
package bizops.bench;

import org.jspecify.annotations.NullMarked;
