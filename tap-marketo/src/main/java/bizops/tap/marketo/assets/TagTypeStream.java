package bizops.tap.marketo.assets;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.MarketoStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kinds of tags; the values allowed are told by one call each. Lists come as one text, {@code [A, B]}, and stay so. */
final class TagTypeStream implements MarketoStream {
    private static final RowShape SHAPE = RowShape.of(
                    FieldType.TEXT, "tagType", "applicableProgramTypes", "allowableValues")
            .with(FieldType.BOOLEAN, "required");

    private final Rest rest;

    TagTypeStream(Rest rest) {
        this.rest = rest;
    }

    @Override
    public String id() {
        return "tag_types";
    }

    @Override
    public StreamSchema schema() {
        return SHAPE.schema();
    }

    @Override
    public List<String> key() {
        return List.of("tagType");
    }

    @Override
    public void read(SyncContext sync) {
        Set<String> names = new LinkedHashSet<>();
        new AssetPages(rest, "/rest/asset/v1/tagTypes.json", Map.of())
                .read(json -> names.add(String.valueOf(json.get("tagType"))));
        for (String name : names) {
            rest.get("/rest/asset/v1/tagType/byName.json", Map.of("name", name))
                    .first()
                    .ifPresent(json -> sync.write(SHAPE.row(id(), json)));
        }
    }
}
