package bizops.sandbox.control;

import bizops.sandbox.company.Company;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.SalesforceFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.salesforce.data.CustomFields;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.zuora.rest.ZuoraApi;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers {@code /__sandbox/…}; asks for no authorization. Thread-safe. */
public final class ControlApi implements VendorApi {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int LATE_SECONDS = 90;

    private final Company company;
    private final Org org;
    private final Faults faults;
    private final Usage usage;
    private final ZuoraControl zuora;

    /**
     * @param usage of Salesforce's API
     * @param zuoraApi whose log and settings there are
     */
    public ControlApi(Company company, Faults faults, Usage usage, ZuoraApi zuoraApi) {
        this.company = company;
        this.org = company.salesforce();
        this.faults = faults;
        this.usage = usage;
        this.zuora = new ZuoraControl(company.zuora(), zuoraApi);
        org.setCommitDelay(() -> faults.firing(Set.of(SalesforceFault.LATE_COMMIT), "", null)
                .map(fault -> Duration.ofSeconds(fault.seconds() > 0 ? fault.seconds() : LATE_SECONDS))
                .orElse(Duration.ZERO));
    }

    public void arm(Fault fault) {
        faults.arm(fault);
    }

    /** Answers one request; a mistake of the caller gives 400 with the reason. */
    @Override
    public Reply answer(Call call) {
        try {
            synchronized (org) {
                return route(call.method(), call.path().substring("/__sandbox/".length()), call.body());
            }
        } catch (IllegalArgumentException | java.time.DateTimeException | IOException e) {
            return json(400, JSON.createObjectNode().put("error", String.valueOf(e.getMessage())));
        }
    }

    private Reply route(String method, String path, String body) throws IOException {
        String[] parts = path.split("/");
        if (parts[0].equals("zuora")) {
            return zuora.answer(method, path, JSON.readTree(body));
        }
        String action = method + " " + parts[0];
        return switch (action) {
            case "GET clock" -> clock();
            case "POST advance" -> {
                company.advance(Durations.parse(JSON.readTree(body).path("by").asText()));
                yield clock();
            }
            case "GET truth" -> truth(parts);
            case "GET log" -> json(200, log(usage));
            case "DELETE log" -> {
                usage.reset();
                yield json(200, log(usage));
            }
            case "GET faults" -> json(200, JSON.valueToTree(Map.of("armed", faults.list())));
            case "POST faults" -> {
                arm(fault(JSON.readTree(body)));
                yield json(200, JSON.valueToTree(Map.of("armed", faults.list())));
            }
            case "DELETE faults" -> {
                faults.clear();
                yield json(200, JSON.valueToTree(Map.of("armed", faults.list())));
            }
            case "POST rows" -> json(200, rows(parts, JSON.readTree(body)));
            case "POST fields" -> json(200, fields(parts, JSON.readTree(body)));
            default -> json(404, JSON.createObjectNode().put("error", "no " + method + " /__sandbox/" + path));
        };
    }

    private Reply truth(String[] parts) {
        if (parts.length != 2) {
            throw new IllegalArgumentException("name an object: /__sandbox/truth/Lead");
        }
        return Reply.of("application/x-ndjson;charset=UTF-8", Body.streamed(new Truth(org).lines(parts[1])::writeTo));
    }

    private Reply clock() {
        return json(200, JSON.createObjectNode().put("now", org.now().toString()));
    }

    static ObjectNode log(Usage usage) {
        ObjectNode log = JSON.createObjectNode();
        log.put("requests_total", usage.requests());
        log.put("api_calls", usage.calls());
        log.put("bytes", usage.bytes());
        log.set("requests", JSON.valueToTree(usage.entries()));
        return log;
    }

    private static Fault fault(JsonNode body) {
        Map<String, String> settings = new HashMap<>();
        body.properties().forEach(entry -> {
            if (!entry.getKey().equals("name")) {
                settings.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return Fault.of(body.path("name").asText(), settings);
    }

    private ObjectNode rows(String[] parts, JsonNode body) {
        if (parts.length != 2) {
            throw new IllegalArgumentException("name an object: /__sandbox/rows/Lead");
        }
        String object = parts[1];
        Planting planting = new Planting(org);
        ObjectNode answer = JSON.createObjectNode();
        var ids = answer.putArray("ids");
        for (JsonNode row : body.path("insert")) {
            ids.add(planting.insert(object, values(row)));
        }
        for (JsonNode row : body.path("update")) {
            Map<String, @Nullable Object> values = values(row);
            values.remove("Id");
            planting.update(object, row.path("Id").asText(), values);
            ids.add(row.path("Id").asText());
        }
        body.path("delete").forEach(id -> planting.delete(object, id.asText()));
        body.path("undelete").forEach(id -> planting.undelete(object, id.asText()));
        body.path("purge").forEach(id -> planting.purge(object, id.asText()));
        return answer;
    }

    private ObjectNode fields(String[] parts, JsonNode body) {
        if (parts.length != 2) {
            throw new IllegalArgumentException("name an object: /__sandbox/fields/Lead");
        }
        String object = parts[1];
        CustomFields fields = new CustomFields(org);
        texts(body, "add").forEach((name, definition) -> fields.add(object, name, definition));
        texts(body, "retype").forEach((name, definition) -> fields.retype(object, name, definition));
        texts(body, "rename").forEach((name, newName) -> fields.rename(object, name, newName));
        body.path("hide").forEach(name -> fields.hide(object, name.asText()));
        body.path("show").forEach(name -> fields.show(object, name.asText()));
        body.path("remove").forEach(name -> fields.remove(object, name.asText()));
        return JSON.createObjectNode()
                .set("hidden", JSON.valueToTree(org.schema().hidden(object)));
    }

    /** The texts of one member, an object, by name. */
    static Map<String, String> texts(JsonNode body, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.path(member)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    static Map<String, @Nullable Object> values(JsonNode row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    value.isNull() ? null : value.isBoolean() ? (Object) value.booleanValue() : text(value));
        });
        return values;
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    static Reply json(int status, JsonNode node) {
        return Reply.json(status, node.toString());
    }
}
