package bizops.tap.salesforce;

import bizops.singer.tap.SyncContext;

/** Puts a job's progress into the state: at once when there is any, so that a job or a page of it is never lost. */
final class JobKeeper {
    private JobKeeper() {}

    static void keep(SyncContext sync, SavedPosition position) {
        if (SavedPosition.of(sync.position()).equals(position)) {
            sync.savePosition(position.json());
        } else {
            sync.savePositionNow(position.json());
        }
    }
}
