package bizops.tap.zuora.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | {\"success\":false,\"reasons\":[{\"code\":53100320,\"message\":\"x\"}]} | PERMANENT",
                "400 | {\"success\":false,\"reasons\":[{\"code\":53100340,\"message\":\"x\"}]} | NOT_FOUND",
                "400 | {\"success\":false,\"reasons\":[{\"code\":53100350,\"message\":\"x\"}]} | TRANSIENT",
                "400 | {\"success\":false,\"reasons\":[{\"code\":53100361,\"message\":\"x\"}]} | TRANSIENT",
                "400 | {\"success\":false,\"reasons\":[{\"code\":53100370,\"message\":\"x\"}]} | RATE",
                "200 | {\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"sign in\"}]} | AUTH",
                "401 | {\"status\":401,\"error\":\"Unauthorized\",\"message\":\"x\"} | AUTH",
                "400 | {\"message\":\"No bearer token\"} | AUTH",
                "400 | {\"success\":false,\"reasons\":[{\"code\":90000020,\"message\":\"x\"}]} | ENTITY",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"INVALID_VALUE\",\"Message\":\"noSuchDataSource\"}]} | SOURCE",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"INVALID_VALUE\",\"Message\":\"There is no field named X\"}]} | FIELD",
                "500 | {\"faultcode\":\"fns:INVALID_FIELD\",\"faultstring\":\"invalid field for query: A.b\"} | FIELD",
                "400 | {\"faultcode\":\"fns:MALFORMED_QUERY\",\"faultstring\":\"no\"} | PERMANENT",
                "400 | {\"faultcode\":\"fns:INVALID_SESSION\",\"faultstring\":\"no\"} | AUTH",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"LOCK_COMPETITION\",\"Message\":\"m\"}]} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"There is no field named X\"} | FIELD",
                "200 | {\"status\":\"error\",\"errorCode\":\"90005\",\"message\":\"syntax\"} | PERMANENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90017\",\"message\":\"x\"} | NO_DELETIONS",
                "200 | {\"status\":\"error\",\"errorCode\":\"90022\",\"message\":\"x\"} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90027\",\"message\":\"x\"} | TOO_MUCH",
                "200 | {\"status\":\"error\",\"errorCode\":\"90028\",\"message\":\"x\"} | BUSY",
                "200 | {\"status\":\"error\",\"errorCode\":\"90002\",\"message\":\"x\"} | NOT_FOUND",
                "200 | {\"status\":\"error\",\"errorCode\":\"90006\",\"message\":\"x\"} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90007\",\"message\":\"x\"} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90008\",\"message\":\"x\"} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90009\",\"message\":\"x\"} | PERMISSION",
                "200 | {\"status\":\"error\",\"errorCode\":\"90010\",\"message\":\"x\"} | TRANSIENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90012\",\"message\":\"x\"} | NO_DELETIONS",
                "200 | {\"status\":\"error\",\"errorCode\":\"90018\",\"message\":\"x\"} | PERMISSION",
                "200 | {\"status\":\"error\",\"errorCode\":\"90019\",\"message\":\"x\"} | PERMANENT",
                "200 | {\"status\":\"error\",\"errorCode\":\"90029\",\"message\":\"x\"} | TRANSIENT",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"NO_PERMISSION\",\"Message\":\"m\"}]} | PERMISSION",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"API_DISABLED\",\"Message\":\"m\"}]} | PERMISSION",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"INVALID_TYPE\",\"Message\":\"m\"}]} | PERMANENT",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"REQUEST_EXCEEDED_LIMIT\",\"Message\":\"m\"}]} | RATE",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"TRANSACTION_TIMEOUT\",\"Message\":\"m\"}]} | TRANSIENT",
                "400 | {\"Success\":false,\"Errors\":[{\"Code\":\"UNKNOWN_ERROR\",\"Message\":\"m\"}]} | TRANSIENT",
                "200 | {\"success\":false,\"reasons\":[{\"code\":53100310,\"message\":\"x\"}]} | PERMISSION",
                "200 | {\"success\":false,\"reasons\":[{\"code\":53100360,\"message\":\"x\"}]} | TRANSIENT",
                "200 | {\"success\":false,\"reasons\":[{\"code\":53100399,\"message\":\"x\"}]} | TRANSIENT",
                "200 | {\"success\":false,\"code\":50000090,\"message\":\"Oops, request is malformed.\"} | PERMANENT",
                "403 | <security:max-object-size>2047MB</security:max-object-size> | TOO_MUCH",
                "403 | <error>not allowed</error> | PERMISSION",
                "404 | {\"message\":\"gone\"} | NOT_FOUND",
                "500 | {\"reasons\":[{\"code\":\"SystemError\",\"message\":\"internal server error\"}]} | TRANSIENT",
                "502 | <html>AkamaiGHost</html> | TRANSIENT",
                "504 | ~~ | TRANSIENT",
                "429 | {\"message\":\"request exceeded limit\"} | RATE",
                "415 | {\"code\":415,\"message\":\"HTTP 415 Unsupported Media Type\"} | PERMANENT"
            })
    void anErrorMeansWhatItsCodeOrWordsSay(int status, String body, ErrorKind kind) {
        assertThat(ErrorReader.ofFailure(status, body, "r-1").kind()).isEqualTo(kind);
    }

    @Test
    void theTextOfAnErrorHasTheIdOfTheRequest() {
        assertThat(ErrorReader.ofFailure(400, "{\"message\":\"No bearer token\"}", "1f6a"))
                .hasToString("HTTP 400: No bearer token (request 1f6a)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\":\"j\",\"status\":\"error\",\"batches\":[]} | false",
                "{\"status\":\"error\",\"errorCode\":\"90005\"} | true",
                "{\"success\":true} | false",
                "{\"success\":false} | true",
                "{\"Success\":false} | true",
                "{\"Id\":\"e\",\"Status\":\"Failed\"} | false"
            })
    void aSuccessMayHoldAnError(String body, boolean error) throws IOException {
        assertThat(ErrorReader.inSuccess(new ObjectMapper().readTree(body), "").isPresent())
                .isEqualTo(error);
    }
}
