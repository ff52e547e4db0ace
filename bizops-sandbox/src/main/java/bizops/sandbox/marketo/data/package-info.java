/** A Marketo instance's data: people, activities, programs and the assets around them. */
@NullMarked
package bizops.sandbox.marketo.data;

import org.jspecify.annotations.NullMarked;
