/** The connection: how it is opened, and what its errors mean. */
@NullMarked
package bizops.target.connect;

import org.jspecify.annotations.NullMarked;
