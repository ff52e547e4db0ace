/** What is filled while the batch before it is written. */
@NullMarked
package bizops.target.batch;

import org.jspecify.annotations.NullMarked;
