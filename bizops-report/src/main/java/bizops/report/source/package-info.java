/** The files that make a site: cubes, measures, pages; read, checked, and kept as they are written. */
@NullMarked
package bizops.report.source;

import org.jspecify.annotations.NullMarked;
