/** The marts as questions and dashboards of Metabase. Experimental: not tried against a live Metabase. */
@NullMarked
package bizops.report.metabase;

import org.jspecify.annotations.NullMarked;
