package bizops.singer.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiRequestTest {
    @ParameterizedTest
    @CsvSource({
        "https://v.example, /",
        "https://v.example/services/data/v64.0/query?q=SELECT, /services/data/v64.0/query",
        "https://v.example/jobs/query/750R0000000zlh9QAA/results, /jobs/query/{id}/results",
        "https://v.example/rest/v1/lead/1042.json, /rest/v1/lead/1042.json",
        "https://v.example/files/17, /files/{id}",
        "https://v.example/sobjects/OpportunityLineItem/describe, /sobjects/OpportunityLineItem/describe"
    })
    void isCalledByItsPathWithIdsBlankedOut(String uri, String endpoint) {
        assertThat(ApiRequest.get(uri).endpoint()).isEqualTo(endpoint);
    }

    @Test
    void encodesParametersAndForms() {
        ApiRequest request =
                ApiRequest.get("https://v.example/q").query("q", "a='b' & c").query("n", "ü");

        assertThat(request.uri()).hasToString("https://v.example/q?q=a%3D%27b%27+%26+c&n=%C3%BC");
        assertThat(new String(
                        ApiRequest.postForm("https://v.example/token", Map.of("p", "a&b"))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("p=a%26b");
    }

    @Test
    void showsNoQueryInMessages() {
        assertThat(ApiRequest.get("https://v.example/identity?access_token=abc"))
                .hasToString("GET v.example/identity");
    }
}
