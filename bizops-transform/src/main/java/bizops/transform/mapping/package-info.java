/** Helps to write mapping.yml: which raw columns may hold a meaning, and whether those that are named do. */
@NullMarked
package bizops.transform.mapping;

import org.jspecify.annotations.NullMarked;
