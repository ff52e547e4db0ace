/** {@code bizops.yml}: what a project runs, read with every problem at its line. */
@NullMarked
package bizops.cli.project;

import org.jspecify.annotations.NullMarked;
