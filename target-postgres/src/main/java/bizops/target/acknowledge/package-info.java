/** STATE out, after the commit that covers it. */
@NullMarked
package bizops.target.acknowledge;

import org.jspecify.annotations.NullMarked;
