/** Faults by name: armed by a test, fired at a given request. */
@NullMarked
package bizops.sandbox.fault;

import org.jspecify.annotations.NullMarked;
