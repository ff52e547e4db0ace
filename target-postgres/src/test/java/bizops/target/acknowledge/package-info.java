/** Tests of what a STATE leaves behind. */
@NullMarked
package bizops.target.acknowledge;

import org.jspecify.annotations.NullMarked;
