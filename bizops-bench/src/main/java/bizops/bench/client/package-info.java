/** The least that a client must do to have an API's rows: what taps are compared with. */
@NullMarked
package bizops.bench.client;

import org.jspecify.annotations.NullMarked;
