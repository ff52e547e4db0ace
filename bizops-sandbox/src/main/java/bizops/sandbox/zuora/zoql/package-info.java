/** Export ZOQL by a grammar: what Zuora refuses is refused, what it silently ignores is ignored. */
@NullMarked
package bizops.sandbox.zuora.zoql;

import org.jspecify.annotations.NullMarked;
