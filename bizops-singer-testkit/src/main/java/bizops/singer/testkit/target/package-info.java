/** The rules for targets, the streams they are fed, and the runs that are judged. */
@NullMarked
package bizops.singer.testkit.target;

import org.jspecify.annotations.NullMarked;
