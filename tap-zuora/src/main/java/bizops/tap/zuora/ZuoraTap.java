package bizops.tap.zuora;

import bizops.singer.catalog.Catalog;
import bizops.singer.catalog.StreamEntry;
import bizops.singer.error.ConfigException;
import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.singer.tap.Tap;
import bizops.singer.tap.TapContext;
import bizops.tap.zuora.discover.CatalogObjects;
import bizops.tap.zuora.discover.Deletions;
import bizops.tap.zuora.discover.FieldSchemas;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.query.Zoql;
import bizops.tap.zuora.read.StreamReads;
import bizops.tap.zuora.rest.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tap: one tenant, one login, its objects as streams, as few jobs a run as can be. */
final class ZuoraTap implements Tap {
    private final ZuoraConfig config;
    private final ZuoraClient client;
    private final FieldSchemas schemas;
    private final Map<String, ZuoraStream> streams = new LinkedHashMap<>();
    private final List<StreamReads> reads = new ArrayList<>();

    ZuoraTap(TapContext context) {
        this.config = ZuoraConfig.of(context.config());
        this.client = new ZuoraClient(config, context);
        this.schemas = new FieldSchemas(
                config.read().format().decimalsAsText(), config.read().format().datesAsDateTimes());
    }

    @Override
    public List<? extends Stream> streams() {
        return told("discovery", () -> {
            List<String> names = config.streams().isEmpty() ? client.describer().list() : config.streams();
            List<ObjectDescription> objects = new ArrayList<>(client.describer().describe(names));
            objects.addAll(client.tables().describe(config.dataQueryStreams()));
            return objects;
        });
    }

    /** Entries that this tap wrote say everything; only of others the object is described. */
    @Override
    public List<? extends Stream> streams(Catalog selected) {
        return told("discovery", () -> {
            Map<String, ObjectDescription> known = new LinkedHashMap<>();
            List<String> objects = new ArrayList<>();
            List<String> tables = new ArrayList<>();
            for (StreamEntry entry : selected.streams()) {
                checkName(entry.id());
                Optional<ObjectDescription> object = CatalogObjects.of(entry);
                object.ifPresent(described -> known.put(entry.id(), described));
                if (object.isEmpty()) {
                    (config.dataQueryStreams().contains(entry.id()) ? tables : objects).add(entry.id());
                }
            }
            client.describer().describe(objects).forEach(object -> known.put(object.name(), object));
            client.tables().describe(tables).forEach(object -> known.put(object.name(), object));
            List<ObjectDescription> inOrder = new ArrayList<>();
            selected.ids().forEach(id -> Optional.ofNullable(known.get(id)).ifPresent(inOrder::add));
            return inOrder;
        });
    }

    /** All queries of the run go out together, so that streams that belong together are of one moment. */
    @Override
    public void prepare(Map<String, SyncContext> planned) {
        if (planned.isEmpty()) {
            return;
        }
        client.learnTime();
        StreamReads exports = new StreamReads(client.source(), config.read());
        StreamReads tables = new StreamReads(client.dataQuery(), config.read());
        planned.forEach((id, sync) -> {
            StreamReads place = config.dataQueryStreams().contains(id) ? tables : exports;
            ZuoraStream stream = streams.get(id);
            if (stream == null) {
                throw new IllegalStateException("no stream " + id);
            }
            place.add(stream.object(), sync);
            stream.plannedIn(place);
        });
        reads.addAll(List.of(exports, tables));
        reads.forEach(StreamReads::submit);
    }

    @Override
    public void close() {
        client.close();
        reads.forEach(StreamReads::close);
    }

    private List<? extends Stream> told(String where, Supplier<List<ObjectDescription>> objects) {
        try {
            for (ObjectDescription object : objects.get()) {
                boolean exported = !config.dataQueryStreams().contains(object.name());
                boolean marks = exported
                        && config.api().equals("AQUA")
                        && config.read().deletions()
                        && object.cursor().isPresent()
                        && Deletions.told(object.name());
                streams.put(
                        object.name(),
                        new ZuoraStream(
                                object,
                                schemas.of(object),
                                marks,
                                client.count(object),
                                config.read().settle()));
            }
            return List.copyOf(streams.values());
        } catch (ApiException refused) {
            throw refused.forUser(where);
        }
    }

    private static void checkName(String stream) {
        if (!Zoql.isName(stream)) {
            throw new ConfigException("catalog: \"" + stream + "\" is no object's name, such as Account; correct it");
        }
    }
}
