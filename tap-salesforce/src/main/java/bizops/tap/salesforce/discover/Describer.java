package bizops.tap.salesforce.discover;

import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.Rest;
import bizops.tap.salesforce.rest.VendorError;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists and describes objects, 25 in one call. One object that fails does not take the others with it: it is asked for
 * once more on its own, then named. Owned by one thread.
 */
public final class Describer {
    private static final Logger LOG = LoggerFactory.getLogger(Describer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 25;

    private final Rest rest;
    private final DescribeReader reader = new DescribeReader();

    public Describer(Rest rest) {
        this.rest = rest;
    }

    /** Every object of the organisation, in the vendor's order. */
    public List<ObjectSummary> list() {
        return reader.summaries(rest.get(rest.versioned("sobjects"), body -> member(body, "sobjects")));
    }

    /** The objects of those names that could be described, by name in the order asked; others are named in a warning. */
    public Map<String, ObjectDescription> describe(List<String> names) {
        Map<String, ObjectDescription> described = new LinkedHashMap<>();
        for (int from = 0; from < names.size(); from += BATCH) {
            List<String> batch = names.subList(from, Math.min(from + BATCH, names.size()));
            if (batch.size() == 1) {
                describeAlone(batch.get(0), described);
            } else {
                describeTogether(batch, described);
            }
        }
        return described;
    }

    /** One object; its failure is the caller's. */
    public ObjectDescription describe(String name) {
        return reader.description(rest.get(path(name), body -> member(body, "fields")));
    }

    private void describeTogether(List<String> names, Map<String, ObjectDescription> described) {
        ObjectNode request = JSON.createObjectNode().put("haltOnError", false);
        ArrayNode calls = request.putArray("batchRequests");
        names.forEach(name -> calls.addObject().put("method", "GET").put("url", path(name)));
        JsonNode reply =
                rest.post(rest.versioned("composite/batch"), request.toString(), body -> member(body, "results"));
        for (int i = 0; i < names.size(); i++) {
            JsonNode result = reply.path("results").path(i);
            if (result.path("statusCode").asInt() == 200
                    && result.path("result").has("fields")) {
                described.put(names.get(i), reader.description(result.path("result")));
            } else if (result.path("statusCode").asInt() == 404) {
                warn(names.get(i), error(result).toString());
            } else {
                describeAlone(names.get(i), described);
            }
        }
    }

    private void describeAlone(String name, Map<String, ObjectDescription> described) {
        try {
            described.put(name, describe(name));
        } catch (ApiException failed) {
            switch (failed.kind()) {
                case QUOTA, SESSION, SESSION_REFUSED -> throw failed;
                default -> warn(name, failed.error().toString());
            }
        }
    }

    private static void warn(String name, String why) {
        LOG.warn("object {} cannot be described and is left out: {}", name, why);
    }

    private static VendorError error(JsonNode result) {
        return VendorError.of(
                result.path("statusCode").asInt(),
                result.path("result").toString().getBytes(StandardCharsets.UTF_8));
    }

    private String path(String name) {
        return rest.versioned("sobjects/" + name + "/describe");
    }

    /** The reply as a tree; one without that array is broken. */
    private static JsonNode member(byte[] body, String array) throws IOException {
        JsonNode tree = JSON.readTree(body);
        if (!tree.path(array).isArray()) {
            throw new IOException("the reply has no " + array);
        }
        return tree;
    }
}
