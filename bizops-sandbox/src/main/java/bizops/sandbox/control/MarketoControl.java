package bizops.sandbox.control;

import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.marketo.data.DataType;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Wire;
import bizops.sandbox.marketo.wire.Json;
import bizops.sandbox.marketo.wire.Limits;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code /__sandbox/marketo/…}: truth, rows, fields, limits and log of the Marketo instance. Thread-safe. */
public final class MarketoControl implements VendorApi {
    /** The paths of this control. */
    public static final String PATHS = "/__sandbox/marketo/*";

    private static final String ROOT = "/__sandbox/marketo/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Instance instance;
    private final Object lock;
    private final MarketoTruth truth;
    private final MarketoPlanting planting;
    private final Limits limits;
    private final Usage usage;

    /**
     * The control of one instance.
     *
     * @param lock the company's
     */
    public MarketoControl(Instance instance, Object lock, Limits limits, Usage usage) {
        this.instance = instance;
        this.lock = lock;
        this.truth = new MarketoTruth(instance);
        this.planting = new MarketoPlanting(instance);
        this.limits = limits;
        this.usage = usage;
    }

    @Override
    public Reply answer(Call call) {
        String rest = call.path().substring(ROOT.length());
        int slash = rest.indexOf('/');
        String what = slash < 0 ? rest : rest.substring(0, slash);
        String name = slash < 0 ? "" : rest.substring(slash + 1);
        try {
            synchronized (lock) {
                return route(call, what, name);
            }
        } catch (IllegalArgumentException | DateTimeException | IOException e) {
            return Reply.json(400, Json.text(Map.of("error", String.valueOf(e.getMessage()))));
        }
    }

    private Reply route(Call call, String what, String name) throws IOException {
        return switch (call.method() + " " + what) {
            case "GET truth" -> lines(truth.rows(name));
            case "POST rows" -> Reply.json(Json.text(Map.of("ids", rows(name, JSON.readTree(call.body())))));
            case "POST fields" -> {
                JsonNode body = JSON.readTree(call.body());
                body.path("add")
                        .properties()
                        .forEach(field -> instance.fields()
                                .add(
                                        field.getKey(),
                                        DataType.valueOf(
                                                field.getValue().asText().toUpperCase(Locale.ROOT))));
                body.path("remove").forEach(field -> instance.fields().remove(field.asText()));
                yield Reply.json("{}");
            }
            case "POST types" -> {
                JSON.readTree(call.body())
                        .path("add")
                        .forEach(type -> planting.type(
                                type.path("id").asInt(), type.path("name").asText()));
                yield Reply.json("{}");
            }
            case "GET limits" -> Reply.json(Json.text(limits.all()));
            case "POST limits" -> {
                JSON.readTree(call.body())
                        .properties()
                        .forEach(limit ->
                                limits.set(limit.getKey(), limit.getValue().asLong()));
                yield Reply.json(Json.text(limits.all()));
            }
            case "GET log" -> log();
            case "DELETE log" -> {
                usage.reset();
                yield log();
            }
            default ->
                throw new IllegalArgumentException("there is GET " + ROOT + "truth/NAME, POST " + ROOT
                        + "rows/leads, POST rows/activities, POST fields, POST types, GET and POST limits, GET and DELETE log, not "
                        + call.method() + " " + call.path());
        };
    }

    private static Reply lines(List<Map<String, @Nullable Object>> rows) {
        return Reply.of("application/x-ndjson;charset=UTF-8", Body.streamed(out -> {
            for (Map<String, @Nullable Object> row : rows) {
                out.write((Json.text(row) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }));
    }

    private Reply log() {
        return Reply.json(Json.text(Map.of(
                "requests_total",
                usage.requests(),
                "api_calls",
                usage.calls(),
                "bytes",
                usage.bytes(),
                "requests",
                JSON.convertValue(usage.entries(), new TypeReference<List<Map<String, Object>>>() {}))));
    }

    private List<Object> rows(String name, JsonNode body) {
        List<Object> ids = new ArrayList<>();
        if (name.equals("activities")) {
            body.path("insert").forEach(row -> ids.add(activity(row)));
            return ids;
        }
        if (!name.equals("leads")) {
            throw new IllegalArgumentException("rows of leads and activities can be planted, not of " + name);
        }
        body.path("insert").forEach(row -> ids.add(planting.insert(values(row))));
        for (JsonNode row : body.path("update")) {
            Map<String, @Nullable Object> values = values(row);
            values.remove("id");
            long id = row.path("id").asLong();
            if (body.path("quietly").asBoolean()) {
                planting.updateQuietly(id, values);
            } else {
                planting.update(id, values);
            }
            ids.add(id);
        }
        body.path("delete").forEach(id -> planting.delete(id.asLong()));
        body.path("merge")
                .forEach(pair -> planting.merge(
                        pair.path("winner").asLong(), pair.path("loser").asLong()));
        return ids;
    }

    private String activity(JsonNode row) {
        Instant date = Wire.parse(row.path("activityDate").asText());
        return planting.activity(
                row.path("leadId").asLong(),
                row.path("activityTypeId").asInt(),
                date,
                row.has("committedAt") ? Wire.parse(row.path("committedAt").asText()) : date,
                JSON.convertValue(row.path("attributes"), new TypeReference<Map<String, Object>>() {}));
    }

    private static Map<String, @Nullable Object> values(JsonNode row) {
        return JSON.convertValue(row, new TypeReference<Map<String, @Nullable Object>>() {});
    }
}
