/** What a source offers, what the user selected of it, and the schemas that follow. */
@NullMarked
package bizops.singer.catalog;

import org.jspecify.annotations.NullMarked;
