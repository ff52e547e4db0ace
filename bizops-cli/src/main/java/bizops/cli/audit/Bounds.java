package bizops.cli.audit;

import bizops.cli.store.AuditedRow.Place;
import bizops.singer.json.Json;
import bizops.singer.state.ReplicationKind;
import bizops.singer.state.ReplicationValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the rows of a stream stand to its last load. Immutable.
 *
 * @param field the replication key; empty where there are no bounds
 * @param from rows before it were never loaded
 * @param before rows from it on have changed since
 */
record Bounds(
        Optional<String> field,
        ReplicationKind kind,
        Optional<ReplicationValue> from,
        Optional<ReplicationValue> before) {
    private static final Bounds NONE =
            new Bounds(Optional.empty(), ReplicationKind.TEXT, Optional.empty(), Optional.empty());
    private static final String DELETED_AT = "_sdc_deleted_at";
    private static final List<String> FLAGS = List.of("isdeleted", "is_deleted", "deleted", "_deleted");

    /** The bounds by a bookmark; none where there is no bookmark, or it is a text. */
    static Bounds of(
            ObjectNode schema, Optional<String> field, Optional<JsonNode> bookmark, Optional<String> startDate) {
        if (field.isEmpty() || bookmark.isEmpty()) {
            return NONE;
        }
        ReplicationKind kind = kind(schema.path("properties").path(field.get()));
        Optional<ReplicationValue> before = value(bookmark.get().asText(), kind);
        if (kind == ReplicationKind.TEXT || before.isEmpty()) {
            return NONE;
        }
        Optional<ReplicationValue> from =
                kind == ReplicationKind.NUMBER ? Optional.empty() : startDate.flatMap(text -> value(text, kind));
        return new Bounds(field, kind, from, before);
    }

    /** The row's replication key. */
    Optional<ReplicationValue> stamp(ObjectNode row) {
        return field.map(row::path)
                .filter(value -> value.isTextual() || value.isNumber())
                .flatMap(value -> value(value.asText(), kind));
    }

    Place place(ObjectNode row) {
        boolean deleted = isDeleted(row);
        if (before.isEmpty()) {
            return deleted ? Place.DELETED : Place.WITHIN;
        }
        Optional<ReplicationValue> stamp = stamp(row)
                .or(() -> deleted ? Lines.text(row.path(DELETED_AT)).flatMap(at -> value(at, kind)) : Optional.empty());
        if (stamp.isEmpty()) {
            return deleted ? Place.DELETED : Place.OUTSIDE;
        }
        if (stamp.get().compareTo(before.get()) >= 0) {
            return Place.CHANGED;
        }
        if (deleted) {
            return Place.DELETED;
        }
        return from.filter(first -> stamp.get().compareTo(first) < 0).isPresent() ? Place.OUTSIDE : Place.WITHIN;
    }

    private static boolean isDeleted(ObjectNode row) {
        boolean deleted = row.hasNonNull(DELETED_AT);
        for (var field : row.properties()) {
            deleted |= field.getValue().isBoolean()
                    && field.getValue().booleanValue()
                    && FLAGS.contains(field.getKey().toLowerCase(Locale.ROOT));
        }
        return deleted;
    }

    private static ReplicationKind kind(JsonNode property) {
        try {
            return property.isObject()
                    ? ReplicationKind.of(Json.parseObject(property.toString()))
                    : ReplicationKind.TEXT;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<ReplicationValue> value(String text, ReplicationKind kind) {
        try {
            return Optional.of(ReplicationValue.of(text, kind));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
