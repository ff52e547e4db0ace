/** What a record must satisfy: the compiled check, the judge, and what happens to a value that fails. */
@NullMarked
package bizops.target.validate;

import org.jspecify.annotations.NullMarked;
