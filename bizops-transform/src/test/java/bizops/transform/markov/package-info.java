/** Tests of the Markov solver. */
@NullMarked
package bizops.transform.markov;

import org.jspecify.annotations.NullMarked;
