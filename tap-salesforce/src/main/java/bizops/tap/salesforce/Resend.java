package bizops.tap.salesforce;

import java.time.Instant;
import java.util.Optional;

/**
 * Every row of an incremental stream is being sent again, under a version whose activation removes what is gone. Immutable.
 *
 * @param doneUntil every row stamped before it was sent under the version; empty at the beginning
 */
record Resend(Optional<Instant> doneUntil) {
    /** Nothing was sent again yet. */
    static final Resend BEGINNING = new Resend(Optional.empty());
}
