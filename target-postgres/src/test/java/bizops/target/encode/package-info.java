/** Encoding held against a second way to know its result. */
@NullMarked
package bizops.target.encode;

import org.jspecify.annotations.NullMarked;
