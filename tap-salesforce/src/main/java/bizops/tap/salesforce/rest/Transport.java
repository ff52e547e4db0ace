package bizops.tap.salesforce.rest;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One HTTP exchange, the reply read fully. */
public interface Transport {
    Reply send(String method, URI address, Map<String, String> headers, Optional<byte[]> body) throws IOException;

    /**
     * A reply, read fully.
     *
     * @param headers by lower-case name
     */
    @SuppressWarnings("ArrayRecordComponent") // made and used once, never compared
    record Reply(int status, Map<String, String> headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
