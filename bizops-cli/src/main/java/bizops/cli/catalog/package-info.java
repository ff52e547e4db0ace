/** Catalogs of taps: asked of the tap, chosen from by patterns, kept as files. */
@NullMarked
package bizops.cli.catalog;

import org.jspecify.annotations.NullMarked;
