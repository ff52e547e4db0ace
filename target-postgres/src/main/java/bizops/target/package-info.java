/** The PostgreSQL target: its command, its settings and the loop that reads messages. */
@NullMarked
package bizops.target;

import org.jspecify.annotations.NullMarked;
