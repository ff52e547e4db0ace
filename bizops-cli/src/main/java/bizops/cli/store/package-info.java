/** The database that keeps states, locks and the history of runs. */
@NullMarked
package bizops.cli.store;

import org.jspecify.annotations.NullMarked;
