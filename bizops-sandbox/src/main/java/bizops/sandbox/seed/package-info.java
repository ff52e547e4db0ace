/** The files that a user of the marts would keep beside the company's data. */
@NullMarked
package bizops.sandbox.seed;

import org.jspecify.annotations.NullMarked;
