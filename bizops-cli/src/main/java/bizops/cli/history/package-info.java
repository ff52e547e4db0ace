/** What runs left behind: their rows in the database and their logs. */
@NullMarked
package bizops.cli.history;

import org.jspecify.annotations.NullMarked;
