/** Queries that run as jobs and end in files. */
@NullMarked
package bizops.tap.zuora.job;

import org.jspecify.annotations.NullMarked;
