/** Zuora as a Singer tap: the program, its settings, its streams. */
@NullMarked
package bizops.tap.zuora;

import org.jspecify.annotations.NullMarked;
