/** Manual pages and shell completion of every program, written while the archive is made. */
@NullMarked
package bizops.dist.manual;

import org.jspecify.annotations.NullMarked;
