/** Loads that are struck by a fault at a chosen point of the protocol and go on, held against undisturbed ones. */
@NullMarked
package bizops.dist.faults;

import org.jspecify.annotations.NullMarked;
