/** The files of a site as they lie in folders: the program's own and the user's on top. */
@NullMarked
package bizops.report.files;

import org.jspecify.annotations.NullMarked;
