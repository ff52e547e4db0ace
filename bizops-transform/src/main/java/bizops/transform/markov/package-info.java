/** Removal effects of channels in a first-order Markov chain, solved and not simulated. */
@NullMarked
package bizops.transform.markov;

import org.jspecify.annotations.NullMarked;
