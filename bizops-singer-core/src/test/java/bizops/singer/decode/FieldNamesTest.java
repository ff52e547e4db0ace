package bizops.singer.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names of a record's fields may be as many as its values, and are not kept for the life of the process. */
final class FieldNamesTest {
    @Test
    void aNameIsNotInterned() throws IOException {
        List<String> names = new ArrayList<>();
        byte[] line = "{\"type\":\"RECORD\",\"x\":1,\"stream\":\"s\",\"record\":{\"name-of-no-class\":1}}"
                .getBytes(StandardCharsets.UTF_8);

        new MessageDecoder(new Names(names)).decode(line, 0, line.length, 1);

        String name = names.get(0);
        assertThat(name).isEqualTo(String.join("-", "name", "of", "no", "class"));
        // A copy goes into the pool first: the pool's own is another object exactly if this one was not there before.
        assertThat(System.identityHashCode(name))
                .isNotEqualTo(System.identityHashCode(
                        String.valueOf(name.toCharArray()).intern()));
    }

    private record Names(List<String> names) implements MessageHandler {
        @Override
        public void record(String stream, JsonParser record) throws IOException {
            while (record.nextToken() != JsonToken.END_OBJECT) {
                if (record.currentToken() == JsonToken.FIELD_NAME) {
                    names.add(record.currentName());
                }
            }
        }

        @Override
        public void schema(SchemaMessage message) {}

        @Override
        public void recordEnd(
                String stream, @Nullable Long version, @Nullable String time, byte[] bytes, int start, int length) {}

        @Override
        public void state(byte[] value) {}

        @Override
        public void activateVersion(String stream, long version) {}

        @Override
        public void batch(BatchMessage message) {}

        @Override
        public void unknown(String type) {}
    }
}
