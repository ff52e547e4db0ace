/** The sandbox's own paths: clock, faults, truth, log, and rows planted by tests. */
@NullMarked
package bizops.sandbox.control;

import org.jspecify.annotations.NullMarked;
