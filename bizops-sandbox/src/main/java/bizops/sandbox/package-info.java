/** The invented company's vendor APIs as one program or one object. */
@NullMarked
package bizops.sandbox;

import org.jspecify.annotations.NullMarked;
