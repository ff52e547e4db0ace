/** Command lines that are not built on the kit, in the kit's form. */
@NullMarked
package bizops.dist.manual.cli;

import org.jspecify.annotations.NullMarked;
