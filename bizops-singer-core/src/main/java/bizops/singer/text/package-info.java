/** Texts that people write and programs of theirs save. */
@NullMarked
package bizops.singer.text;

import org.jspecify.annotations.NullMarked;
