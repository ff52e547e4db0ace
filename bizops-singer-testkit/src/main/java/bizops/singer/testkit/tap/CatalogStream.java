package bizops.singer.testkit.tap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One stream's entry in a catalog, in any form that taps write. Mutable: selecting changes the entry. */
record CatalogStream(ObjectNode entry) {
    String id() {
        return entry.path("tap_stream_id").asText();
    }

    /** The name that messages bear. */
    String name() {
        return entry.path("stream").asText(id());
    }

    ObjectNode schema() {
        return entry.withObjectProperty("schema");
    }

    JsonNode metadata() {
        return entry.path("metadata");
    }

    /** Key properties, from wherever the entry tells them. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        entry.path("key_properties").forEach(key -> keys.add(key.asText()));
        root("table-key-properties").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    /** The property that bookmarks are made of, if the entry tells. */
    Optional<String> replicationKey() {
        for (JsonNode named : List.of(root("replication-key"), entry.path("replication_key"))) {
            if (named.isTextual()) {
                return Optional.of(named.asText());
            }
        }
        JsonNode valid = root("valid-replication-keys");
        return valid.size() == 1 ? Optional.of(valid.path(0).asText()) : Optional.empty();
    }

    /** Top-level property's inclusion; empty text if none is given. */
    String inclusion(String property) {
        JsonNode legacy = schema().path("properties").path(property).path("inclusion");
        return of(property).map(metadata -> metadata.path("inclusion").asText()).orElseGet(legacy::asText);
    }

    boolean isSelected() {
        return root("selected").asBoolean() || schema().path("selected").asBoolean();
    }

    void selectAll() {
        select(true);
        schema().path("properties").fieldNames().forEachRemaining(property -> {
            if (!inclusion(property).equals("unsupported")) {
                select(property, true);
            }
        });
    }

    void select(boolean wanted) {
        rootMetadata().put("selected", wanted);
        if (schema().has("selected") || metadata().size() <= 1) {
            schema().put("selected", wanted);
        }
    }

    void select(String property, boolean wanted) {
        of(property).ifPresent(metadata -> metadata.put("selected", wanted));
        if (schema().path("properties").path(property) instanceof ObjectNode legacy
                && of(property).isEmpty()) {
            legacy.put("selected", wanted);
        }
    }

    private JsonNode root(String keyword) {
        for (JsonNode item : metadata()) {
            if (item.path("breadcrumb").isEmpty()) {
                return item.path("metadata").path(keyword);
            }
        }
        return entry.path("metadata").path("none");
    }

    private ObjectNode rootMetadata() {
        ArrayNode list = entry.withArrayProperty("metadata");
        for (JsonNode item : list) {
            if (item.path("breadcrumb").isEmpty() && item instanceof ObjectNode object) {
                return object.withObjectProperty("metadata");
            }
        }
        ObjectNode made = list.addObject();
        made.putArray("breadcrumb");
        return made.putObject("metadata");
    }

    private Optional<ObjectNode> of(String property) {
        for (JsonNode item : metadata()) {
            JsonNode breadcrumb = item.path("breadcrumb");
            if (breadcrumb.size() == 2
                    && breadcrumb.path(0).asText().equals("properties")
                    && breadcrumb.path(1).asText().equals(property)
                    && item.path("metadata") instanceof ObjectNode metadata) {
                return Optional.of(metadata);
            }
        }
        return Optional.empty();
    }
}
