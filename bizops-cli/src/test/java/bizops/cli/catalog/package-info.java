/** Tests of {@link bizops.cli.catalog}. */
@NullMarked
package bizops.cli.catalog;

import org.jspecify.annotations.NullMarked;
