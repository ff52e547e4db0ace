package bizops.tap.marketo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "502 | Bad Gateway | TRANSIENT",
                "600 | Access token missing | FATAL",
                "601 | Access token invalid | TOKEN",
                "602 | Access token expired | TOKEN",
                "603 | Access denied | ACCESS",
                "604 | Request timed out | TRANSIENT",
                "605 | HTTP Method not supported | FATAL",
                "606 | Max rate limit '100' exceeded with in '20' secs | RATE",
                "607 | Daily quota reached | CALL_QUOTA",
                "607 | Max daily quota '50000' exceeded | CALL_QUOTA",
                "608 | API Temporarily Unavailable | TRANSIENT",
                "609 | Invalid JSON | FATAL",
                "610 | Requested resource not found | FATAL",
                "611 | System error | TRANSIENT",
                "612 | Invalid Content Type | FATAL",
                "613 | Invalid Multipart Request | FATAL",
                "614 | Invalid Subscription | TRANSIENT",
                "615 | Concurrent access limit '10' reached | CONCURRENCY",
                "616 | Invalid subscription type | FATAL",
                "701 | name cannot be blank | FATAL",
                "702 | no data found | NO_DATA",
                "703 | feature not enabled | FEATURE_OFF",
                "704 | Invalid date format | FATAL",
                "709 | Some asset rule | FATAL",
                "713 | Transient Error | TRANSIENT",
                "1001 | Invalid value 'x'. Required of type 'int' | FATAL",
                "1003 | Invalid fields [site, billingStreet] | BAD_FIELDS",
                "1002 | Missing value for the required parameter 'x' | FATAL",
                "1003 | Too many results match the filter | FATAL",
                "1006 | Field 'x' not found | BAD_FIELDS",
                "1004 | Lead not found | GONE",
                "1013 | Object not found | GONE",
                "1026 | Custom object not enabled | FEATURE_OFF",
                "1029 | Too many jobs in queue | QUEUE_FULL",
                "1029 | Export daily quota 500MB exceeded. | EXPORT_QUOTA",
                "1029 | Job already queued | ALREADY_QUEUED",
                "1029 | Something else | FATAL",
                "1035 | Unsupported filter type for target subscription: updatedAt | FILTER_UNSUPPORTED",
            })
    void tellsWhatACodeAsksFor(String code, String message, ErrorKind kind) {
        assertThat(new MarketoError(200, code, message).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"403, ACCESS", "404, GONE", "416, BAD_RANGE", "413, FATAL", "502, TRANSIENT"})
    void withoutACodeTheStatusTells(int status, ErrorKind kind) {
        assertThat(new MarketoError(status, "", "").kind()).isEqualTo(kind);
    }
}
