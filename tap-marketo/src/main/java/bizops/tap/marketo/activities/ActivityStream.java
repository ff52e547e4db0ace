package bizops.tap.marketo.activities;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.stream.WindowStream;
import java.util.List;
import java.util.Set;

/** A stream of activities of some types, all of which share their jobs. */
public abstract class ActivityStream implements WindowStream {
    private final ActivityFeed feed;

    ActivityStream(ActivityFeed feed) {
        this.feed = feed;
    }

    /** The ids of the types that it needs. */
    abstract Set<Integer> types();

    /** Writes the rows that one activity gives; activities of other types come as well. */
    abstract void write(ActivityCells activity, SyncContext sync);

    @Override
    public List<String> replicationKeys() {
        return List.of(ActivityCells.DATE);
    }

    @Override
    public final void read(SyncContext sync) throws Exception {
        feed.reader(this, sync).readAll(file -> {
            ActivityCells cells = new ActivityCells(id(), file);
            file.read(row -> write(cells.at(row), sync));
        });
        finish();
    }

    /** Says at the end what is worth saying. */
    void finish() {}
}
