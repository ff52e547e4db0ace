/** Result files: whole or not, and their rows. */
@NullMarked
package bizops.tap.zuora.file;

import org.jspecify.annotations.NullMarked;
