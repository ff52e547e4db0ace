/** Programs, campaigns, lists and the like, page after page. */
@NullMarked
package bizops.tap.marketo.assets;

import org.jspecify.annotations.NullMarked;
