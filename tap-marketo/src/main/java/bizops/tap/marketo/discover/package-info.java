/** What the instance has: lead fields, member fields, activity types. */
@NullMarked
package bizops.tap.marketo.discover;

import org.jspecify.annotations.NullMarked;
