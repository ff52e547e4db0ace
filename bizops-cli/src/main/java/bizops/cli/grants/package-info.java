/** Who may do what in the database, as statements that make it so. */
@NullMarked
package bizops.cli.grants;

import org.jspecify.annotations.NullMarked;
