/** Tests with real servers, started as every kind of user this machine lets us be. */
@NullMarked
package bizops.postgres;

import org.jspecify.annotations.NullMarked;
