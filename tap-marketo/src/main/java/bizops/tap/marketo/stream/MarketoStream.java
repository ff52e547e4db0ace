package bizops.tap.marketo.stream;

import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.rest.MarketoException;

/** A stream whose refusals are told in the user's terms. Owned by the run's thread. */
public interface MarketoStream extends Stream {
    /** As {@link #sync}; may throw what Marketo refused with. */
    void read(SyncContext sync) throws Exception;

    @Override
    default void sync(SyncContext sync) throws Exception {
        try {
            read(sync);
        } catch (MarketoException refused) {
            throw refused.forUser("stream \"" + id() + "\"");
        }
    }
}
