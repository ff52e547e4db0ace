package bizops.target.encode;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.decode.MessageDecoder;
import bizops.singer.decode.MessageHandler;
import bizops.singer.decode.SchemaMessage;
import bizops.singer.error.InputException;
import bizops.target.table.SchemaReader;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import bizops.target.validate.RecordCheck;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** The lane and the parser read every line alike: the same bytes for COPY, the same refusals in the same words. */
final class ByteLanePropertyTest {
    private static final int LINES = 30;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void theLaneReadsWhatTheParserReads(@ForAll long seed, @ForAll boolean nullsBadValues) throws IOException {
        Reading lane = new Reading(true, nullsBadValues);
        Reading parser = new Reading(false, nullsBadValues);
        for (int i = 0; i < LINES; i++) {
            byte[] line = GeneratedLines.line(seed + i);

            String byLane = lane.read(line);
            String byParser = parser.read(line);

            assertThat(byLane).as(new String(line, StandardCharsets.UTF_8)).isEqualTo(byParser);
            assertThat(lane.encoder.shape()).isEqualTo(parser.encoder.shape());
            Statistics.label("read by").collect(lane.byLane ? "lane" : "parser");
        }
        Statistics.label("read by").coverage(coverage -> {
            coverage.check("lane").percentage(percent -> percent > 20);
            coverage.check("parser").percentage(percent -> percent > 20);
        });
    }

    /** One encoder that lines go to one after another, as in a run. */
    private static final class Reading implements MessageHandler {
        private final boolean withLane;
        private final MessageDecoder decoder = new MessageDecoder(this);
        private RecordEncoder encoder;
        private EncodedRows rows;
        private boolean byLane;

        Reading(boolean withLane, boolean nullsBadValues) throws IOException {
            this.withLane = withLane;
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(GeneratedLines.SCHEMA);
            StreamShape shape =
                    SchemaReader.read("s", new TableName("public", "s"), schema, List.of("id"), false, "line 1");
            RecordCheck check = RecordCheck.of("s", schema, shape.holdings());
            encoder = new RecordEncoder(shape, check, new BadValues(nullsBadValues), false);
            rows = rows();
        }

        private EncodedRows rows() {
            return new EncodedRows(encoder.shape(), new ChunkPool(0));
        }

        /** The rows that the line made, or why it was refused. */
        String read(byte[] line) throws IOException {
            rows = rows();
            byLane = false;
            // The line stands amid others in the reader's buffer, so what is around it must not matter.
            byte[] buffer = new byte[line.length + 20];
            Arrays.fill(buffer, (byte) '"');
            System.arraycopy(line, 0, buffer, 7, line.length);
            try {
                decoder.decode(buffer, 7, line.length, 1);
            } catch (InputException refused) {
                return String.valueOf(refused.getMessage());
            }
            return text(rows.rows()) + " / " + text(rows.parts());
        }

        /** The rows without the time at which each was received. */
        private String text(CopyBytes bytes) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            bytes.forEachChunk((chunk, length) -> all.write(chunk, 0, length));
            List<String> fields = new ArrayList<>(
                    Arrays.asList(all.toString(StandardCharsets.UTF_8).split("\t", -1)));
            int received = encoder.shape().properties().size() + 1;
            if (fields.size() > received) {
                fields.remove(received);
            }
            return String.join("\t", fields);
        }

        @Override
        public int recordBytes(String stream, byte[] bytes, int start, int lineEnd) {
            int end = withLane ? encoder.readBytes(bytes, start, lineEnd) : -1;
            byLane = end >= 0;
            return end;
        }

        @Override
        public void record(String stream, JsonParser record) throws IOException {
            encoder.read(record, 1);
        }

        @Override
        public void recordEnd(
                String stream,
                @Nullable Long version,
                @Nullable String timeExtracted,
                byte[] bytes,
                int start,
                int length)
                throws IOException {
            encoder.finish(rows, 1, version, timeExtracted, bytes, start, length);
        }

        @Override
        public void schema(SchemaMessage message) {}

        @Override
        public void state(byte[] value) {}

        @Override
        public void activateVersion(String stream, long version) {}

        @Override
        public void batch(String stream) {}

        @Override
        public void unknown(String type) {}
    }
}
