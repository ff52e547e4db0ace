/** Tests of the whole: rules over all modules, and the programs of the unpacked archive as real processes. */
@NullMarked
package bizops.dist;

import org.jspecify.annotations.NullMarked;
