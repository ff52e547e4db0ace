/** A link between client and PostgreSQL that knows the protocol, and lets a watcher act at its phases. */
@NullMarked
package bizops.dist.faults.link;

import org.jspecify.annotations.NullMarked;
