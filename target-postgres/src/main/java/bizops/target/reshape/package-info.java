/** What is changed of streams on their way: their schemas, keys and records. */
@NullMarked
package bizops.target.reshape;

import org.jspecify.annotations.NullMarked;
