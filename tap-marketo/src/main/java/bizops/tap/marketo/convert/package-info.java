/** Values as Marketo writes them, turned into typed ones. */
@NullMarked
package bizops.tap.marketo.convert;

import org.jspecify.annotations.NullMarked;
