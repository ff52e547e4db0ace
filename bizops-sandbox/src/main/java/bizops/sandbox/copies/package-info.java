/** Rows that are computed from a few real ones when somebody looks at them. */
@NullMarked
package bizops.sandbox.copies;

import org.jspecify.annotations.NullMarked;
