/** Settings: described by one JSON Schema an executable, read from files and the environment, typed at the edge. */
@NullMarked
package bizops.singer.config;

import org.jspecify.annotations.NullMarked;
