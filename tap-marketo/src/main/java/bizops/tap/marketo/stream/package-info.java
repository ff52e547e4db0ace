/** What all streams of the tap have in common. */
@NullMarked
package bizops.tap.marketo.stream;

import org.jspecify.annotations.NullMarked;
