package bizops.target.reshape.map;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which streams keep the fast path. */
final class StreamMapsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                           | untouched
            {"other": null}                              | untouched
            {"leads": {}}                                | untouched
            {"leads": {"no such": null, "id": "self"}}   | untouched
            {"leads": {"__key_properties__": ["id"]}}    | untouched
            {"leads": {"__key_properties__": null}}      | records as they are
            {"leads": {"__alias__": "people"}}           | records as they are
            {"leads": {"a": "b", "b": "a"}}              | records changed
            {"leads": {"a": "'text'"}}                   | records changed
            {"leads": {"a": null}}                       | records changed
            {"leads": {"__else__": null}}                | records changed
            """)
    void onlyWhatChangesRecordsCostsTime(String setting, String expected) throws JsonProcessingException {
        List<String> problems = new ArrayList<>();
        ObjectNode schema = (ObjectNode) JSON.readTree("{\"properties\":{\"id\":{\"type\":\"string\"},"
                + "\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}}}");
        Optional<StreamReshape> reshape = StreamMaps.of(JSON.readTree(setting), problems::add)
                .of(new StreamSchema("leads", schema, List.of("id")), "line 1");

        assertThat(problems).isEmpty();
        assertThat(reshape.map(StreamReshape::changesRecords)
                        .map(changes -> changes ? "records changed" : "records as they are")
                        .orElse("untouched"))
                .isEqualTo(expected);
    }
}
