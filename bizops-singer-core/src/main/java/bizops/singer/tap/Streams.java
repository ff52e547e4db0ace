package bizops.singer.tap;

import bizops.singer.catalog.Catalog;
import bizops.singer.catalog.Discovery;
import bizops.singer.catalog.StreamEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tap's streams as the kit looks at them. Stateless. */
final class Streams {
    private Streams() {}

    static Map<String, Stream> byId(List<? extends Stream> streams) {
        Map<String, Stream> byId = new LinkedHashMap<>();
        for (Stream stream : streams) {
            if (byId.put(stream.id(), stream) != null) {
                throw new IllegalStateException("the tap has two streams named \"" + stream.id() + "\"");
            }
        }
        return byId;
    }

    static Catalog catalog(Map<String, Stream> streams) {
        return new Catalog(streams.values().stream().map(Streams::entry).toList());
    }

    private static StreamEntry entry(Stream stream) {
        Discovery discovery = new Discovery(
                stream.id(),
                stream.schema(),
                stream.key(),
                stream.replicationKeys(),
                stream.methods(),
                stream.metadata());
        return stream.replicationKeyHasGaps() ? discovery.entryWithGaps() : discovery.entry();
    }
}
