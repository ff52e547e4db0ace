package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import bizops.singer.json.Json;
import bizops.singer.text.Utf8Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Catalogs from and to JSON. Reading takes every shape that taps and tools have written. Stateless. */
public final class CatalogJson {
    private static final Set<String> KNOWN = Set.of(
            "tap_stream_id",
            "stream",
            "stream_alias",
            "schema",
            "key_properties",
            "replication_key",
            "replication_method",
            "metadata");

    private CatalogJson() {}

    /** The catalog in a file; a {@link ConfigException} names the file, the stream and what is wrong. */
    public static Catalog read(Path file) {
        String text = Utf8Text.read(file, "catalog");
        try {
            return parse(text);
        } catch (ConfigException wrong) {
            throw new ConfigException("catalog " + file + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The catalog in a text. */
    public static Catalog parse(String text) {
        Map<String, @Nullable Object> document;
        try {
            document = Json.parseObject(text);
        } catch (IOException broken) {
            throw new ConfigException("no JSON object: " + firstLine(broken), broken);
        }
        List<StreamEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Object stream : JsonValues.array(document.get("streams"), "'streams'")) {
            StreamEntry entry = entry(JsonValues.object(stream, "each of 'streams'"), "stream " + (entries.size() + 1));
            if (!ids.add(entry.id())) {
                throw new ConfigException("stream \"" + entry.id() + "\" is listed twice; remove one");
            }
            entries.add(entry);
        }
        return new Catalog(entries);
    }

    /** The document that {@code --discover} prints, without a line end. */
    public static String write(Catalog catalog) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(
                "streams", catalog.streams().stream().map(CatalogJson::json).toList());
        return Json.writePretty(document);
    }

    private static StreamEntry entry(Map<String, @Nullable Object> json, String place) {
        String name = JsonValues.text(json.get("stream"), place + " 'stream'");
        String id = JsonValues.text(json.get("tap_stream_id"), place + " 'tap_stream_id'");
        String known = id != null ? id : name;
        if (known == null || known.isEmpty()) {
            throw new ConfigException(place + " has neither 'tap_stream_id' nor 'stream'");
        }
        String where = "stream \"" + known + "\"";
        String alias = JsonValues.text(json.get("stream_alias"), where + " 'stream_alias'");
        Map<Breadcrumb, Map<String, @Nullable Object>> metadata = metadata(json.get("metadata"), where);
        Map<String, @Nullable Object> schema = json.get("schema") == null
                ? Map.of()
                : new LegacySchema(metadata)
                        .clean(JsonValues.object(json.get("schema"), where + " 'schema'"), Breadcrumb.ROOT);
        Map<String, @Nullable Object> others = new LinkedHashMap<>(json);
        others.keySet().removeAll(KNOWN);
        return new StreamEntry(
                known,
                alias != null ? alias : name != null ? name : known,
                schema,
                JsonValues.names(json.get("key_properties"), where + " 'key_properties'"),
                JsonValues.text(json.get("replication_key"), where + " 'replication_key'"),
                JsonValues.text(json.get("replication_method"), where + " 'replication_method'"),
                metadata,
                others);
    }

    private static Map<Breadcrumb, Map<String, @Nullable Object>> metadata(@Nullable Object json, String where) {
        Map<Breadcrumb, Map<String, @Nullable Object>> metadata = new LinkedHashMap<>();
        if (json == null) {
            return metadata;
        }
        for (Object item : JsonValues.array(json, where + " 'metadata'")) {
            Map<String, @Nullable Object> node = JsonValues.object(item, where + " each of 'metadata'");
            List<String> path = JsonValues.names(node.get("breadcrumb"), where + " 'breadcrumb'");
            Breadcrumb breadcrumb = path == null ? Breadcrumb.ROOT : new Breadcrumb(path);
            if (!breadcrumb.wellFormed()) {
                throw new ConfigException(where + " has the breadcrumb " + Json.write(path)
                        + "; it must alternate a keyword and a name, such as [\"properties\", \"id\"]");
            }
            metadata.computeIfAbsent(breadcrumb, absent -> new LinkedHashMap<>())
                    .putAll(JsonValues.object(node.get("metadata"), where + " 'metadata' of " + Json.write(path)));
        }
        return metadata;
    }

    private static Map<String, @Nullable Object> json(StreamEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("tap_stream_id", entry.id());
        json.put("stream", entry.name());
        json.put("schema", entry.schema());
        json.put("key_properties", entry.keyProperties() == null ? List.of() : entry.keyProperties());
        if (entry.replicationKey() != null) {
            json.put("replication_key", entry.replicationKey());
        }
        if (entry.replicationMethod() != null) {
            json.put("replication_method", entry.replicationMethod());
        }
        json.putAll(entry.others());
        List<Object> metadata = new ArrayList<>();
        entry.metadata().forEach((breadcrumb, values) -> {
            Map<String, @Nullable Object> node = new LinkedHashMap<>();
            node.put("breadcrumb", breadcrumb.path());
            node.put("metadata", values);
            metadata.add(node);
        });
        json.put("metadata", metadata);
        return json;
    }

    private static String firstLine(Exception error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
