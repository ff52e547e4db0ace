/** A cube to the page: measures, the default tables, the inlined assets and the templates. */
@NullMarked
package bizops.report.page;

import org.jspecify.annotations.NullMarked;
