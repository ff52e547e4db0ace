/** JSON as plain Java values, with every digit kept. */
@NullMarked
package bizops.singer.json;

import org.jspecify.annotations.NullMarked;
