package bizops.tap.marketo.programs;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.json.Json;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.stream.WindowStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The costs or the tags of programs, a row for each. Owned by the run's thread. */
public final class DetailStream implements WindowStream {
    private static final RowShape PROGRAM =
            RowShape.of(FieldType.INTEGER, "programId").with(FieldType.DATE_TIME, "programUpdatedAt");

    private final ProgramDetails details;
    private final String id;
    private final String list;
    private final List<String> key;
    private final RowShape shape;

    private DetailStream(ProgramDetails details, String id, String list, List<String> key, RowShape shape) {
        this.details = details;
        this.id = id;
        this.list = list;
        this.key = key;
        this.shape = shape;
    }

    /** What a program cost in a month; two costs of one month differ in their note, so a hash of it is in the key. */
    public static DetailStream costs(ProgramDetails details) {
        return new DetailStream(
                details,
                "program_costs",
                "costs",
                List.of("programId", "startDate", "noteHash"),
                PROGRAM.with(FieldType.DATE, "startDate")
                        .with(FieldType.TEXT, "noteHash")
                        .with(FieldType.NUMBER, "cost")
                        .with(FieldType.TEXT, "note"));
    }

    public static DetailStream tags(ProgramDetails details) {
        return new DetailStream(
                details,
                "program_tags",
                "tags",
                List.of("programId", "tagType"),
                PROGRAM.with(FieldType.TEXT, "tagType", "tagValue"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public StreamSchema schema() {
        return shape.schema();
    }

    @Override
    public List<String> key() {
        return key;
    }

    @Override
    public List<String> replicationKeys() {
        return List.of("programUpdatedAt");
    }

    @Override
    public void read(SyncContext sync) {
        details.read(sync, program -> {
            if (program.get(list) instanceof List<?> items) {
                items.forEach(item -> write(sync, program, item));
            }
        });
    }

    private void write(SyncContext sync, Map<String, @Nullable Object> program, @Nullable Object item) {
        if (!(item instanceof Map<?, ?> fields)) {
            return;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("programId", program.get("id"));
        json.put("programUpdatedAt", program.get("updatedAt"));
        if (key.contains("noteHash")) {
            String note = fields.get("note") == null ? "" : String.valueOf(fields.get("note"));
            json.put("noteHash", hash(note));
        }
        fields.forEach((name, value) -> json.put((String) name, value));
        sync.write(shape.row(id, json));
    }

    /** Short, and the same on every machine. */
    private static String hash(String note) {
        return UUID.nameUUIDFromBytes(Json.write(note).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
