/** The Zuora tenant: typed objects, rows with versions that commit when they commit, ids and numbers. */
@NullMarked
package bizops.sandbox.zuora.data;

import org.jspecify.annotations.NullMarked;
