@NullMarked
package bizops.target.load;

import org.jspecify.annotations.NullMarked;
