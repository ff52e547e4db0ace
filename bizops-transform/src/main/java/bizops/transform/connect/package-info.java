/** Connections to PostgreSQL, several at a time, and what their failures mean. */
@NullMarked
package bizops.transform.connect;

import org.jspecify.annotations.NullMarked;
