package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import java.util.List;

/** What is made of the lines that a tap prints. Owned by one thread. */
interface Reading {
    void line(String line);

    /** What came of each stream, once the tap has ended well. */
    List<AuditEntry> entries();
}
