/** The rules as JUnit tests, one a rule, for authors in Java. */
@NullMarked
package bizops.singer.testkit.junit;

import org.jspecify.annotations.NullMarked;
