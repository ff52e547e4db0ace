/** Schemas as taps in the wild write them. */
@NullMarked
package bizops.singer.testkit.schema;

import org.jspecify.annotations.NullMarked;
