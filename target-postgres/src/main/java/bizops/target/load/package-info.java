/** A batch to the database in one transaction, repeated if the server or the connection fails. */
@NullMarked
package bizops.target.load;

import org.jspecify.annotations.NullMarked;
