/** Rows by way of Bulk jobs: jobs, their pages as verified files, and when a job is worth it. */
@NullMarked
package bizops.tap.salesforce.bulk;

import org.jspecify.annotations.NullMarked;
