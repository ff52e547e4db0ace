package bizops.report.page;

import bizops.report.cube.BuildInfo;
import bizops.report.cube.CubeData;
import bizops.report.cube.KeyOrder.Labelled;
import bizops.report.cube.Marts;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.Reasons;
import bizops.report.source.SiteFiles;
import bizops.report.source.Target;
import bizops.report.source.Tile;
import bizops.report.view.MonthRange;
import bizops.report.view.Selection;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data of a page for its script; {@code DATA.md} says what each part is. Owned by one thread. */
final class PageJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final SiteFiles files;
    private final Marts marts;
    private final PageContent content;
    private final RowsPlaces places;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    private PageJson(SiteFiles files, Marts marts, PageContent content, RowsPlaces places) throws IOException {
        this.files = files;
        this.marts = marts;
        this.content = content;
        this.places = places;
        this.json = JSON.createGenerator(text);
    }

    /** One JSON object, safe between the tags: no {@code <} can end them. */
    static String of(
            SiteFiles files,
            Marts marts,
            PageContent content,
            RowsPlaces places,
            List<FilterView> filters,
            Selection selection) {
        try {
            return new PageJson(files, marts, content, places)
                    .write(filters, selection)
                    .replace("<", "\\u003c");
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
    }

    private String write(List<FilterView> filters, Selection selection) throws IOException {
        BuildInfo build = marts.build();
        json.writeStartObject();
        json.writeStringField("page", content.page().name());
        json.writeStringField("asOf", build.asOf().toString());
        json.writeStringField("currency", build.currency());
        period(selection.period());
        json.writeBooleanField("hasPeriod", content.offered().contains(Filter.PERIOD));
        json.writeStringField("grain", selection.grain().name().toLowerCase(Locale.ROOT));
        json.writeFieldName("months");
        Texts.write(marts.months().stream().map(Object::toString).toList(), json);
        json.writeArrayFieldStart("filters");
        for (FilterView filter : filters) {
            filter(filter);
        }
        json.writeEndArray();
        measures();
        reasons();
        json.writeObjectFieldStart("constants");
        for (Map.Entry<String, @Nullable BigDecimal> constant :
                build.constants().entrySet()) {
            json.writeStringField(
                    constant.getKey(),
                    constant.getValue() == null ? null : constant.getValue().toPlainString());
        }
        json.writeEndObject();
        targets();
        json.writeObjectFieldStart("cubes");
        for (CubeData cube : content.cubes().values()) {
            new CubeJson(cube, content.reduced(cube), json).write();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("tiles");
        for (Tile tile : content.page().tiles().toList()) {
            TileJson.write(tile, content.measures(), places, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return text.toString();
    }

    private void period(@Nullable MonthRange period) throws IOException {
        if (period == null) {
            json.writeNullField("period");
            return;
        }
        json.writeObjectFieldStart("period");
        json.writeStringField("from", period.from().toString());
        json.writeStringField("to", period.to().toString());
        json.writeEndObject();
    }

    private void filter(FilterView view) throws IOException {
        Filter filter = view.filter();
        json.writeStartObject();
        json.writeStringField("key", filter.key());
        json.writeStringField("dimension", filter.dimension());
        json.writeStringField("title", filter.title());
        json.writeBooleanField("many", filter.isMany());
        json.writeStringField("initial", view.initial());
        json.writeArrayFieldStart("values");
        for (Labelled value : view.values()) {
            json.writeStartObject();
            json.writeStringField("key", value.key());
            json.writeStringField("label", value.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void measures() throws IOException {
        json.writeObjectFieldStart("measures");
        for (Measure measure : content.measures()) {
            json.writeObjectFieldStart(measure.name());
            json.writeStringField("title", measure.title());
            json.writeStringField("unit", measure.unit().name());
            json.writeNumberField("places", measure.places());
            json.writeStringField("better", measure.better().name());
            json.writeFieldName("formula");
            FormulaJson.write(measure.formula(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void reasons() throws IOException {
        Set<String> sums = content.sumNames();
        json.writeObjectFieldStart("reasons");
        for (Map.Entry<String, Reasons> reason : files.reasons().entrySet()) {
            if (sums.contains(reason.getKey()) || reason.getKey().startsWith("build.")) {
                json.writeObjectFieldStart(reason.getKey());
                json.writeStringField("unknown", reason.getValue().unknown());
                json.writeStringField("zero", reason.getValue().zero());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private void targets() throws IOException {
        Set<String> own = content.measures().stream().map(Measure::name).collect(Collectors.toSet());
        json.writeArrayFieldStart("targets");
        for (Target target : files.targets()) {
            if (own.contains(target.measure())) {
                json.writeStartObject();
                json.writeStringField("measure", target.measure());
                json.writeStringField(
                        "month", target.month() == null ? null : target.month().toString());
                json.writeStringField("value", target.value().toPlainString());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
