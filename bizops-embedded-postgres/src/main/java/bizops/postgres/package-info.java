/** A real PostgreSQL server of one's own: unpacked, started, and stopped with the process that asked for it. */
@NullMarked
package bizops.postgres;

import org.jspecify.annotations.NullMarked;
