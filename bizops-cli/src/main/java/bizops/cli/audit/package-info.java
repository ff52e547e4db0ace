/** Holds raw tables to what their sources say that they hold. */
@NullMarked
package bizops.cli.audit;

import org.jspecify.annotations.NullMarked;
