/** The commands of {@code singer-check} and how verdicts are printed. */
@NullMarked
package bizops.singer.testkit.cli;

import org.jspecify.annotations.NullMarked;
