package bizops.tap.zuora.read;

import bizops.singer.tap.SyncContext;
import bizops.tap.zuora.discover.ObjectDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The streams of one run that are read through one source, their queries in shared jobs. Owned by the run's thread. */
public final class StreamReads implements AutoCloseable {
    private final Source source;
    private final ReadSettings settings;
    private final SharedJobs shared;
    private final PagesAhead ahead;
    private final Map<String, StreamRead> reads = new LinkedHashMap<>();

    public StreamReads(Source source, ReadSettings settings) {
        this.source = source;
        this.settings = settings;
        this.shared = new SharedJobs(source);
        this.ahead = new PagesAhead(source);
    }

    /** Plans one stream. */
    public void add(ObjectDescription object, SyncContext sync) {
        reads.put(object.name(), new StreamRead(object, sync, source, shared, ahead, settings));
    }

    /** Submits what is planned; all of one job see one snapshot. */
    public void submit() {
        List<PartRead> parts = new ArrayList<>();
        reads.values().forEach(read -> parts.addAll(read.parts()));
        shared.submit(parts);
    }

    /** Reads one stream that was planned. */
    public void read(String stream) {
        StreamRead read = reads.get(stream);
        if (read == null) {
            throw new IllegalStateException("stream \"" + stream + "\" was not planned");
        }
        read.read();
    }

    /** Waits for downloads that a stream left behind when it failed; to be called once their connections are closed. */
    @Override
    public void close() {
        ahead.close();
    }
}
