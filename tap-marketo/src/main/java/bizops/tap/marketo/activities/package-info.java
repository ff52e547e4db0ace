/** Activities, by one job for all types. */
@NullMarked
package bizops.tap.marketo.activities;

import org.jspecify.annotations.NullMarked;
