/** Marketo's bulk extract: jobs, their queue and their files. */
@NullMarked
package bizops.sandbox.marketo.bulk;

import org.jspecify.annotations.NullMarked;
