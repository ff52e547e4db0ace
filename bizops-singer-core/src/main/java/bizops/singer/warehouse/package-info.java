/** The schema {@code bizops} of a database: its migrations, the number sequence, the checkpoints, the states. */
@NullMarked
package bizops.singer.warehouse;

import org.jspecify.annotations.NullMarked;
