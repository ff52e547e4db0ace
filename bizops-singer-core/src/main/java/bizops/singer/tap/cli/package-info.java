/** The flags of a tap. */
@NullMarked
package bizops.singer.tap.cli;

import org.jspecify.annotations.NullMarked;
