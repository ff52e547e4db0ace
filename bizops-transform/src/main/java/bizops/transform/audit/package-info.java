/** What must hold before a build is published, and the log of builds. */
@NullMarked
package bizops.transform.audit;

import org.jspecify.annotations.NullMarked;
