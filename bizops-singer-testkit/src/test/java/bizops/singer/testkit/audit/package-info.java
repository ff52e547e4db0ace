@NullMarked
package bizops.singer.testkit.audit;

import org.jspecify.annotations.NullMarked;
