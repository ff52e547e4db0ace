/** What exists in the raw schemas, looked up by the vendors' names ignoring case. */
@NullMarked
package bizops.transform.raw;

import org.jspecify.annotations.NullMarked;
