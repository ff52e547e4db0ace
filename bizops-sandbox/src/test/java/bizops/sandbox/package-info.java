/** Tests over real HTTP. */
@NullMarked
package bizops.sandbox;

import org.jspecify.annotations.NullMarked;
