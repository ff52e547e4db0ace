package bizops.singer.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decoder handed over, each message as a text. */
final class Heard implements MessageHandler {
    final List<String> said = new ArrayList<>();
    /** The stream that a record was read for last. */
    @Nullable
    String readFor;

    @Override
    public void schema(SchemaMessage message) {
        said.add("schema " + message.stream() + " " + message.keyProperties());
    }

    @Override
    public void record(String stream, JsonParser record) throws IOException {
        readFor = stream;
        record.skipChildren();
    }

    @Override
    public void recordEnd(
            String stream, @Nullable Long version, @Nullable String time, byte[] bytes, int start, int length) {
        assertThat(readFor).isEqualTo(stream);
        said.add("record " + stream + " " + new String(bytes, start, length, StandardCharsets.UTF_8));
    }

    @Override
    public void state(byte[] value) {
        said.add("state " + new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void activateVersion(String stream, long version) {
        said.add("version " + stream + " " + version);
    }

    @Override
    public void batch(BatchMessage message) {
        said.add(message.toString());
    }

    @Override
    public void unknown(String type) {
        said.add("unknown " + type);
    }
}
