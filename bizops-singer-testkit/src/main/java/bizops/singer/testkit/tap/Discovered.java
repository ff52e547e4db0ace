package bizops.singer.testkit.tap;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The catalog in what discovery printed, which may spread over many lines. */
final class Discovered {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Discovered() {}

    /**
     * The document.
     *
     * @throws JsonProcessingException if it is not one JSON document and nothing else
     */
    static JsonNode strict(Ended discovery) throws JsonProcessingException {
        return STRICT.readTree(discovery.stdout());
    }

    /** The document; a rule that needs one is skipped without. */
    static JsonNode document(Ended discovery) {
        try {
            JsonNode document = strict(discovery);
            if (document.path("streams").isArray()) {
                return document;
            }
        } catch (JsonProcessingException noDocument) {
            throw new NothingToJudge("discovery gave no catalog: " + noDocument.getOriginalMessage());
        }
        throw new NothingToJudge("discovery gave no catalog; " + discovery);
    }
}
