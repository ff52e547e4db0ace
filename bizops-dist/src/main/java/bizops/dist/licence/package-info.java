/** Under which licences the archive's libraries may be handed on, checked while the archive is made. */
@NullMarked
package bizops.dist.licence;

import org.jspecify.annotations.NullMarked;
