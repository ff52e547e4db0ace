/** The compiled checks against Everit. */
@NullMarked
package bizops.target.validate;

import org.jspecify.annotations.NullMarked;
