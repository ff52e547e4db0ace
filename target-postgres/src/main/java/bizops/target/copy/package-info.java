/** Bytes to the server: COPY into the table or into a temporary one. */
@NullMarked
package bizops.target.copy;

import org.jspecify.annotations.NullMarked;
