/** Taps against bare clients that read the same rows from the sandbox. */
@NullMarked
package bizops.bench.taps;

import org.jspecify.annotations.NullMarked;
