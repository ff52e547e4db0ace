package bizops.sandbox.control;

import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.zuora.data.CustomFields;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.rest.Settings;
import bizops.sandbox.zuora.rest.ZuoraApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers {@code /__sandbox/zuora/…}: truth, rows, fields, settings and log of the Zuora tenant. */
final class ZuoraControl {
    private final ZuoraTruth truth;
    private final ZuoraPlanting planting;
    private final CustomFields fields;
    private final Usage usage;
    private final Settings settings;

    ZuoraControl(Tenant tenant, ZuoraApi api) {
        this.truth = new ZuoraTruth(tenant);
        this.planting = new ZuoraPlanting(tenant);
        this.fields = new CustomFields(tenant);
        this.usage = api.usage();
        this.settings = api.settings();
    }

    /** @param path after {@code /__sandbox/} */
    Reply answer(String method, String path, JsonNode body) {
        List<String> parts = List.of(path.split("/"));
        String action = method + " " + (parts.size() > 1 ? parts.get(1) : "");
        if (action.equals("GET log") || action.equals("DELETE log")) {
            if (method.equals("DELETE")) {
                usage.reset();
            }
            return ControlApi.json(200, ControlApi.log(usage));
        }
        if (parts.size() == 3 && action.equals("GET truth")) {
            return Reply.of("application/x-ndjson;charset=UTF-8", Body.streamed(truth.lines(parts.get(2))::writeTo));
        }
        if (parts.size() == 3 && action.equals("POST rows")) {
            return ControlApi.json(200, rows(parts.get(2), body));
        }
        if (parts.size() == 3 && action.equals("POST fields")) {
            String object = parts.get(2);
            ControlApi.texts(body, "add").forEach((name, definition) -> fields.add(object, name, definition));
            body.path("remove").forEach(name -> fields.remove(object, name.asText()));
            return ControlApi.json(200, JsonNodeFactory.instance.objectNode());
        }
        if (action.equals("POST settings")) {
            return ControlApi.json(200, settings(body));
        }
        throw new IllegalArgumentException(
                "there is /__sandbox/zuora/truth/X, /__sandbox/zuora/rows/X, /__sandbox/zuora/fields/X,"
                        + " /__sandbox/zuora/settings and /__sandbox/zuora/log, not " + method + " /__sandbox/" + path);
    }

    private ObjectNode settings(JsonNode body) {
        if (body.has("zone")) {
            settings.setZone(ZoneId.of(body.path("zone").asText()));
        }
        if (body.has("enable")) {
            settings.enable(body.path("enable").asText());
        }
        return JsonNodeFactory.instance.objectNode().put("zone", settings.zone().getId());
    }

    private ObjectNode rows(String object, JsonNode body) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = answer.putArray("ids");
        for (JsonNode row : body.path("insert")) {
            ids.add(planting.insert(object, ControlApi.values(row)));
        }
        for (JsonNode row : body.path("update")) {
            Map<String, @Nullable Object> values = ControlApi.values(row);
            values.remove("Id");
            planting.update(object, row.path("Id").asText(), values);
            ids.add(row.path("Id").asText());
        }
        body.path("delete").forEach(id -> planting.delete(object, id.asText()));
        return answer;
    }
}
