/** Tests of the setting {@code column_rules}. */
@NullMarked
package bizops.singer.rules;

import org.jspecify.annotations.NullMarked;
