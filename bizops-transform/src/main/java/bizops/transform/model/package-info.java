/** Models: SQL files with a header, what they read, and the order that follows. */
@NullMarked
package bizops.transform.model;

import org.jspecify.annotations.NullMarked;
