package bizops.report.page;

import bizops.report.source.Chart;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.RowsBehind;
import bizops.report.source.Tile;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tile as the script reads it. */
final class TileJson {
    private TileJson() {}

    static void write(Tile tile, List<Measure> measures, RowsPlaces places, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", tile.id());
        json.writeStringField("title", tile.title());
        json.writeFieldName("by");
        Texts.write(tile.by(), json);
        json.writeStringField("across", tile.across());
        json.writeFieldName("measures");
        Texts.write(tile.measures(), json);
        json.writeStringField("show", tile.show().name());
        if (tile.sort() == null) {
            json.writeNullField("sort");
        } else {
            json.writeObjectFieldStart("sort");
            json.writeStringField("measure", tile.sort().measure());
            json.writeBooleanField("greatestFirst", tile.sort().greatestFirst());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("buckets");
        for (Map.Entry<String, List<Integer>> buckets : tile.buckets().entrySet()) {
            json.writeArrayFieldStart(buckets.getKey());
            for (int bound : buckets.getValue()) {
                json.writeNumber(bound);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeBooleanField("total", tile.total());
        json.writeBooleanField("compare", tile.compare());
        json.writeObjectFieldStart("where");
        for (Map.Entry<String, String> fixed : tile.where().entrySet()) {
            json.writeStringField(fixed.getKey(), fixed.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("ignore");
        Texts.write(tile.ignore().stream().sorted().toList(), json);
        json.writeArrayFieldStart("charts");
        for (Chart chart : tile.charts()) {
            chart(chart, json);
        }
        json.writeEndArray();
        json.writeStringField("rows", tile.rows());
        json.writeStringField("drill", tile.drill());
        json.writeObjectFieldStart("behind");
        for (Measure measure : measures) {
            if (tile.measures().contains(measure.name())) {
                behind(measure, places.of(tile, measure), json);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void behind(Measure measure, RowsPlaces.@Nullable Listed place, JsonGenerator json)
            throws IOException {
        RowsBehind rows = measure.rows();
        if (place == null || rows == null) {
            return;
        }
        json.writeObjectFieldStart(measure.name());
        json.writeStringField("page", place.page().name());
        json.writeStringField("tile", place.tile().id());
        json.writeFieldName("filters");
        Texts.write(place.filters().stream().map(Filter::key).toList(), json);
        json.writeFieldName("dimensions");
        Texts.write(place.dimensions().stream().sorted().toList(), json);
        json.writeStringField("column", rows.column());
        json.writeFieldName("texts");
        Texts.write(rows.texts(), json);
        json.writeEndObject();
    }

    private static void chart(Chart chart, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", chart.kind().name());
        json.writeFieldName("measures");
        Texts.write(chart.measures(), json);
        if (chart.top() == null) {
            json.writeNullField("top");
        } else {
            json.writeNumberField("top", chart.top());
        }
        json.writeStringField("title", chart.title());
        json.writeEndObject();
    }
}
