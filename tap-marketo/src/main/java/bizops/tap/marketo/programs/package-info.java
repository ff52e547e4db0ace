/** What belongs to a program: costs, tags, members. */
@NullMarked
package bizops.tap.marketo.programs;

import org.jspecify.annotations.NullMarked;
