package bizops.report.cube;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cube as the page reads it: one array a column, names replaced by their index.
 *
 * <p>A decimal is a JSON number where it is a whole number that a browser holds exactly, else a string of its digits;
 * {@code scale} is the greatest number of decimals in any of them.
 */
public final class CubeJson {
    private static final long EXACT_IN_A_DOUBLE = 1L << 53;
    private static final List<Basis> BASES = List.of(Basis.values());
    private static final JsonFactory JSON = new JsonFactory();

    private final Cube cube;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    private CubeJson(Cube cube) throws IOException {
        this.cube = cube;
        this.json = JSON.createGenerator(text);
    }

    /** The cube as one JSON object, not yet escaped for HTML. */
    public static String of(Cube cube) {
        try {
            return new CubeJson(cube).write();
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
    }

    private String write() throws IOException {
        json.writeStartObject();
        build();
        json.writeNumberField("scale", scale());
        json.writeBooleanField("saosDefined", cube.build().saosDefined());
        json.writeBooleanField("marginKnown", cube.build().marginKnown());
        strings("models", cube.build().models());
        strings("bases", BASES.stream().map(Basis::key).toList());
        strings("channels", cube.channels());
        strings("months", cube.months().stream().map(Object::toString).toList());
        campaigns();
        facts();
        saos();
        conversions();
        json.writeEndObject();
        json.close();
        return text.toString();
    }

    private void build() throws IOException {
        BuildInfo build = cube.build();
        json.writeStringField("asOf", build.asOf().toString());
        json.writeStringField("currency", build.currency());
        json.writeStringField("defaultModel", build.defaultModel());
        digits("averageRetentionMonths", build.averageRetentionMonths());
        digits("medianConversionDays", build.medianConversionDays());
    }

    private void campaigns() throws IOException {
        Numbering<String> channels = new Numbering<>(cube.channels());
        json.writeObjectFieldStart("campaigns");
        column("id", cube.campaigns(), Campaign::id);
        column("name", cube.campaigns(), Campaign::name);
        column("channel", cube.campaigns(), campaign -> channels.of(campaign.channel()));
        column("spendKnown", cube.campaigns(), campaign -> campaign.spendKnown() ? 1 : 0);
        json.writeEndObject();
    }

    private void facts() throws IOException {
        Numbering<String> models = new Numbering<>(cube.build().models());
        Numbering<String> campaigns =
                new Numbering<>(cube.campaigns().stream().map(Campaign::id).toList());
        Numbering<YearMonth> months = new Numbering<>(cube.months());
        Numbering<Basis> bases = new Numbering<>(BASES);
        json.writeObjectFieldStart("facts");
        column("model", cube.facts(), fact -> models.of(fact.model()));
        column("basis", cube.facts(), fact -> bases.of(fact.basis()));
        column("campaign", cube.facts(), fact -> campaigns.of(fact.campaignId()));
        column("month", cube.facts(), fact -> months.of(fact.month()));
        column("spend", cube.facts(), Fact::spend);
        column("leads", cube.facts(), Fact::leads);
        column("customers", cube.facts(), Fact::newCustomers);
        column("iacv", cube.facts(), Fact::wonIacv);
        column("margin", cube.facts(), Fact::wonMargin);
        column("atMedian", cube.facts(), Fact::iacvAtMedian);
        json.writeEndObject();
    }

    private void saos() throws IOException {
        Numbering<String> channels = new Numbering<>(cube.channels());
        Numbering<YearMonth> months = new Numbering<>(cube.months());
        json.writeObjectFieldStart("saos");
        column("lead_source", cube.saos(), SaoGroup::leadSource);
        column("source_bucket", cube.saos(), SaoGroup::sourceBucket);
        column("generated_source", cube.saos(), SaoGroup::generatedSource);
        column("channel", cube.saos(), sao -> channels.of(sao.channel()));
        column("month", cube.saos(), sao -> months.of(sao.month()));
        column("count", cube.saos(), SaoGroup::count);
        column("iacv", cube.saos(), SaoGroup::iacv);
        json.writeEndObject();
    }

    private void conversions() throws IOException {
        Numbering<String> channels = new Numbering<>(cube.channels());
        Numbering<YearMonth> months = new Numbering<>(cube.months());
        json.writeObjectFieldStart("conversions");
        column("channel", cube.conversions(), conversion -> channels.of(conversion.channel()));
        column("month", cube.conversions(), conversion -> months.of(conversion.month()));
        column("days", cube.conversions(), ConversionGroup::days);
        column("count", cube.conversions(), ConversionGroup::count);
        json.writeEndObject();
    }

    private <T> void column(String name, List<T> rows, Function<T, @Nullable Object> value) throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            value(value.apply(row));
        }
        json.writeEndArray();
    }

    private void value(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal decimal) {
            decimal(decimal);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    private void decimal(BigDecimal decimal) throws IOException {
        BigDecimal plain = decimal.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.abs().compareTo(BigDecimal.valueOf(EXACT_IN_A_DOUBLE)) < 0) {
            json.writeNumber(plain.longValueExact());
        } else {
            json.writeString(plain.toPlainString());
        }
    }

    private void digits(String name, @Nullable BigDecimal value) throws IOException {
        json.writeStringField(name, value == null ? null : value.toPlainString());
    }

    private void strings(String name, List<String> values) throws IOException {
        column(name, values, value -> value);
    }

    private int scale() {
        int scale = 0;
        for (Fact fact : cube.facts()) {
            scale = Math.max(scale, scale(fact.spend()));
            scale = Math.max(scale, scale(fact.leads()));
            scale = Math.max(scale, scale(fact.newCustomers()));
            scale = Math.max(scale, scale(fact.wonIacv()));
            scale = Math.max(scale, scale(fact.wonMargin()));
            scale = Math.max(scale, scale(fact.iacvAtMedian()));
        }
        for (SaoGroup sao : cube.saos()) {
            scale = Math.max(scale, scale(sao.iacv()));
        }
        return scale;
    }

    private static int scale(@Nullable BigDecimal value) {
        return value == null ? 0 : value.stripTrailingZeros().scale();
    }
}
