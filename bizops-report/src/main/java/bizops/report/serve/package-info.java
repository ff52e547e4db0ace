/** Serves a site on this machine while its files are written: builds, shows, builds again. */
@NullMarked
package bizops.report.serve;

import org.jspecify.annotations.NullMarked;
