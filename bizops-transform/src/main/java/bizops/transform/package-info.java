/** Builds staging, core and marts from raw tables: plan, build aside, test, publish. */
@NullMarked
package bizops.transform;

import org.jspecify.annotations.NullMarked;
