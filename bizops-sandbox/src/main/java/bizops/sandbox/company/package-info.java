/** The invented company: who works there, what it markets and how its deals go. */
@NullMarked
package bizops.sandbox.company;

import org.jspecify.annotations.NullMarked;
