/** The setting {@code column_rules}: what personal values become before anybody sees them. */
@NullMarked
package bizops.singer.rules;

import org.jspecify.annotations.NullMarked;
