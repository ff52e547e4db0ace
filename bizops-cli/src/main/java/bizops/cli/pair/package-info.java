/** One tap and one target, joined by a pipe: lock, state, history, and who was to blame. */
@NullMarked
package bizops.cli.pair;

import org.jspecify.annotations.NullMarked;
