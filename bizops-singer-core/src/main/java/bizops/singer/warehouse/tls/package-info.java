/** How the connection to the database is encrypted, by the settings of our target and of others. */
@NullMarked
package bizops.singer.warehouse.tls;

import org.jspecify.annotations.NullMarked;
