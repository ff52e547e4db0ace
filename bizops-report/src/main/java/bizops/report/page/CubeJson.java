package bizops.report.page;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.cube.SumData;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cube as the script reads it: column by column, keys replaced by their place, sums in limbs. */
final class CubeJson {
    private final CubeData whole;
    private final CubeData cube;
    private final JsonGenerator json;

    /** @param cube what the page has of the whole */
    CubeJson(CubeData whole, CubeData cube, JsonGenerator json) {
        this.whole = whole;
        this.cube = cube;
        this.json = json;
    }

    void write() throws IOException {
        json.writeObjectFieldStart(cube.file().name());
        json.writeNumberField("rows", cube.rows());
        String file = whole.file().isRows() ? LongList.file(whole) : null;
        if (file != null) {
            json.writeNumberField("allRows", whole.rows());
            json.writeStringField("file", file);
        }
        json.writeFieldName("every");
        Texts.write(List.copyOf(cube.file().every().stream().sorted().toList()), json);
        json.writeObjectFieldStart("dimensions");
        for (Map.Entry<String, Dimension> dimension : cube.dimensions().entrySet()) {
            dimension(dimension.getKey(), dimension.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("sums");
        for (Map.Entry<String, SumData> sum : cube.sums().entrySet()) {
            sum(sum.getKey(), sum.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, List<@Nullable Long>> values : cube.values().entrySet()) {
            json.writeArrayFieldStart(values.getKey());
            for (Long value : values.getValue()) {
                number(value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        immature();
        json.writeStringField("missing", cube.missing());
        json.writeStringField("empty", cube.file().empty());
        json.writeArrayFieldStart("columns");
        for (Cells cells : cube.cells()) {
            cells(cells);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void dimension(String name, Dimension dimension) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeFieldName("keys");
        Texts.write(dimension.keys(), json);
        json.writeFieldName("labels");
        Texts.write(dimension.labels(), json);
        json.writeBooleanField("numeric", dimension.numeric());
        json.writeFieldName("codes");
        json.writeArray(dimension.codes(), 0, dimension.codes().length);
        json.writeEndObject();
    }

    private void sum(String name, SumData sum) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeBooleanField("unknown", sum.column().unknown());
        json.writeStringField("months", sum.column().months().name());
        json.writeStringField("lacking", sum.column().lacking());
        json.writeNumberField("scale", sum.scale());
        json.writeArrayFieldStart("limbs");
        for (int k = 0; k < sum.limbs().length; k++) {
            json.writeStartArray();
            for (int row = 0; row < cube.rows(); row++) {
                number(sum.unknown().get(row) ? null : sum.limbs()[k][row]);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void immature() throws IOException {
        if (cube.immature() == null) {
            json.writeNullField("immature");
            return;
        }
        json.writeArrayFieldStart("immature");
        for (int row = 0; row < cube.rows(); row++) {
            json.writeNumber(cube.immature().get(row) ? 1 : 0);
        }
        json.writeEndArray();
    }

    private void cells(Cells cells) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", cells.name());
        json.writeStringField("title", cells.title());
        json.writeBooleanField("money", cube.file().money().contains(cells.name()));
        json.writeStringField("type", cells.type().name().toLowerCase(Locale.ROOT));
        texts(cells);
        json.writeEndObject();
    }

    /** Texts that come again are written once, and their places instead. */
    private void texts(Cells cells) throws IOException {
        Map<@Nullable String, Integer> places = new LinkedHashMap<>();
        cells.values().forEach(value -> places.putIfAbsent(value, places.size()));
        boolean comeAgain = 2 * places.size() <= cells.values().size();
        json.writeArrayFieldStart(comeAgain ? "texts" : "values");
        for (String value : comeAgain ? places.keySet() : cells.values()) {
            if (value != null && cells.type() == Cells.Type.FLAG) {
                json.writeBoolean(Boolean.parseBoolean(value));
            } else {
                json.writeString(value);
            }
        }
        json.writeEndArray();
        if (comeAgain) {
            int[] codes = cells.values().stream().mapToInt(places::get).toArray();
            json.writeFieldName("codes");
            json.writeArray(codes, 0, codes.length);
        }
    }

    private void number(@Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }
}
