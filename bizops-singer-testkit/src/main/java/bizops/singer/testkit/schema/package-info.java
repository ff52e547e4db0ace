/** JSON Schema as Singer uses it: does a record fit, which properties are there. */
@NullMarked
package bizops.singer.testkit.schema;

import org.jspecify.annotations.NullMarked;
