/** Objects inside records become columns of their own: the settings {@code flattening_…}. */
@NullMarked
package bizops.target.reshape.flatten;

import org.jspecify.annotations.NullMarked;
