/** The exception tree: the class of an error says what its reader should do, and fixes the exit code. */
@NullMarked
package bizops.singer.error;

import org.jspecify.annotations.NullMarked;
