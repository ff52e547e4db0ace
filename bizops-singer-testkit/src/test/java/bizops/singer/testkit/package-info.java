/** The kit judged itself: programs with one defect each, and programs without any. */
@NullMarked
package bizops.singer.testkit;

import org.jspecify.annotations.NullMarked;
