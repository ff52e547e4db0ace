@NullMarked
package bizops.target.table;

import org.jspecify.annotations.NullMarked;
