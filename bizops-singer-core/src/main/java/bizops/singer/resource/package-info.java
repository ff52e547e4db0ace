/** A program's own files, wherever it runs from. */
@NullMarked
package bizops.singer.resource;

import org.jspecify.annotations.NullMarked;
