/** Changes to the bookmarks in a state, of the shapes that taps of all kinds have. */
@NullMarked
package bizops.cli.bookmark;

import org.jspecify.annotations.NullMarked;
