package bizops.tap.salesforce.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorErrorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | REQUEST_LIMIT_EXCEEDED | TotalRequests Limit exceeded. | QUOTA
            403 | REQUEST_LIMIT_EXCEEDED | ConcurrentRequests (Concurrent API Requests) Limit exceeded. | TRANSIENT
            403 | API_DISABLED_FOR_ORG | The REST API is not enabled for this Organization. | PERMANENT
            400 | INVALID_FIELD | No such column 'Foo__c' on entity 'Lead'. | INVALID_FIELD
            400 | INVALID_TYPE | sObject type 'X' is not supported. | INVALID_TYPE
            400 | MALFORMED_QUERY | unexpected token: FROM | PERMANENT
            400 | QUERY_TIMEOUT | Your query request was running for too long. | TOO_MUCH
            400 | OPERATION_TOO_LARGE | exceeded 100000 distinct who/what's | TOO_MUCH
            400 | INVALID_QUERY_LOCATOR | invalid query locator | LOCATOR
            400 | EXCEEDED_ID_LIMIT | too many | TOO_MANY_IDS
            400 | API_ERROR | Implementation restriction: x | REFUSED
            404 | NOT_FOUND | The requested resource does not exist | NOT_FOUND
            401 | INVALID_SESSION_ID | Session expired or invalid | SESSION
            401 | INVALID_AUTH_HEADER | INVALID_HEADER_TYPE | SESSION
            401 | INVALID_SESSION_ID | This session is not valid for use with the REST API | SESSION_REFUSED
            401 | INVALID_SESSION_ID | Connected app is not attached to Agent | SESSION_REFUSED
            500 | UNKNOWN_EXCEPTION | An unexpected error occurred. | UNKNOWN
            403 | TXN_SECURITY_METERING_ERROR | We can't complete the action | TRANSIENT
            503 | SERVER_UNAVAILABLE | down | TRANSIENT
            """)
    void tellsTheErrorsOfTheApiApart(int status, String code, String message, ErrorKind kind) {
        String body = "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]";

        VendorError error = VendorError.of(status, body.getBytes(UTF_8));

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.toString()).isEqualTo("HTTP " + status + " " + code + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "406, TRANSIENT",
        "420, TRANSIENT",
        "429, TRANSIENT",
        "500, TRANSIENT",
        "502, TRANSIENT",
        "503, TRANSIENT",
        "504, TRANSIENT",
        "414, TOO_LONG",
        "431, TOO_LONG",
        "400, PERMANENT",
        "410, PERMANENT"
    })
    void goesByTheStatusWhereTheBodyIsNoneOfTheApis(int status, ErrorKind kind) {
        VendorError error = VendorError.of(status, "<h1>Bad Message</h1><pre>reason: x</pre>".getBytes(UTF_8));

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.toString()).isEqualTo("HTTP " + status + ": Bad Message reason: x");
    }

    @Test
    void readsTheTokenEndpointsOwnForm() {
        String body = "{\"error\":\"invalid_grant\",\"error_description\":\"authentication failure\"}";

        assertThat(VendorError.of(400, body.getBytes(UTF_8)))
                .isEqualTo(new VendorError(400, "invalid_grant", "authentication failure"));
    }

    @Test
    void keepsTheTextOfAMultiLineMessageOnOneLine() {
        String body = "[{\"message\":\"\\nSELECT Id\\n   ^\\nERROR at Row:1\",\"errorCode\":\"INVALID_FIELD\"}]";

        assertThat(VendorError.of(400, body.getBytes(UTF_8)).message()).isEqualTo("SELECT Id ^ ERROR at Row:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InvalidSessionId | SESSION
            InvalidJob | NOT_FOUND
            InvalidEntity | BULK_UNSUPPORTED
            Timeout | TRANSIENT
            ExceededQuota | PERMANENT
            """)
    void readsTheErrorsOfBulkV1AsJsonAndAsXml(String code, ErrorKind kind) {
        String json = "{\"exceptionCode\":\"" + code + "\",\"exceptionMessage\":\"some words\"}";
        String xml =
                "<?xml version=\"1.0\"?><error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><exceptionCode>"
                        + code + "</exceptionCode><exceptionMessage>some words</exceptionMessage></error>";

        VendorError ofJson = VendorError.of(400, json.getBytes(UTF_8));
        VendorError ofXml = VendorError.of(400, xml.getBytes(UTF_8));

        assertThat(ofXml).isEqualTo(ofJson);
        assertThat(ofJson.kind()).isEqualTo(kind);
        assertThat(ofJson.message()).isEqualTo("some words");
    }
}
