/** Records that no table takes: put aside in a table of their own, and loaded from there again. */
@NullMarked
package bizops.target.reject;

import org.jspecify.annotations.NullMarked;
