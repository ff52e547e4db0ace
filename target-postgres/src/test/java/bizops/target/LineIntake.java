package bizops.target;

import bizops.singer.decode.MessageDecoder;
import bizops.singer.error.InputException;
import bizops.singer.read.LineReader;
import bizops.target.batch.Batch;
import bizops.target.batch.BatchLimits;
import bizops.target.batch.Exchange;
import bizops.target.batch.Step;
import bizops.target.encode.CopyBytes;
import bizops.target.files.Manifest;
import bizops.target.reshape.Reshaping;
import bizops.target.table.NameCase;
import bizops.target.table.StreamShape;
import bizops.target.table.StreamTables;
import bizops.target.table.TableName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All of the target that stands before the database, given one line after another. */
final class LineIntake {
    private static final BatchLimits LIMITS = new BatchLimits(1, 1 << 20, Duration.ofDays(1), Duration.ofDays(1));
    private static final StreamTables TABLES = new StreamTables(NameCase.LOWER, false, Map.of(), Optional.of("public"));

    private final Intake intake;
    private @Nullable StreamShape shape;
    private List<String> fields = List.of();
    private boolean part;
    private byte @Nullable [] state;
    private boolean refused;

    LineIntake(boolean nullsBadValues, boolean keepsAbsent) {
        BadRecords badRecords = new BadRecords(
                nullsBadValues ? "null" : "error", new TableName("public", "rejected"), "run", OptionalLong.empty());
        intake = new Intake(
                new IntakeSettings(
                        new InputLimits(1600, 1000, MessageDecoder.MAX_DEPTH, Integer.MAX_VALUE),
                        TABLES,
                        false,
                        false,
                        true,
                        true,
                        keepsAbsent,
                        false,
                        true,
                        Reshaping.NONE,
                        new Manifest(Optional.empty()),
                        badRecords),
                new RecordCounts());
    }

    /** All that the line comes to, as one text: the steps with their rows, or why it is refused. */
    String read(byte[] line) throws IOException, InterruptedException {
        shape = null;
        state = null;
        refused = false;
        byte[] second = new byte[line.length + 1];
        second[0] = '\n'; // for a byte order mark belongs to a first line only
        System.arraycopy(line, 0, second, 1, line.length);
        LineReader reader = new LineReader(new ByteArrayInputStream(second), Integer.MAX_VALUE - 16);
        if (!reader.next()) {
            throw new IllegalArgumentException("a blank line is none");
        }
        Exchange exchange = new Exchange(LIMITS);
        try {
            exchange.<IOException>fill(batch -> intake.read(reader, batch));
        } catch (InputException reason) {
            refused = true;
            return reason.getMessage().replaceFirst("(?s)^(line \\d+ is no message \\(.*?\\)): .*", "$1");
        }
        exchange.end(null);
        Optional<Batch> batch = exchange.take();
        return batch.isEmpty() ? "nothing" : text(batch.get());
    }

    boolean refused() {
        return refused;
    }

    /** The shape of the row that the line made; null if it made none. */
    @Nullable
    StreamShape shape() {
        return shape;
    }

    /** The row's fields as COPY text, those of the stream's properties first. */
    List<String> fields() {
        return fields;
    }

    /** Whether the row is one that may leave out fields. */
    boolean part() {
        return part;
    }

    /** The value of the STATE that came; null if the line was none. */
    byte @Nullable [] state() {
        return state;
    }

    private String text(Batch batch) {
        state = batch.state().orElse(null);
        StringBuilder text = new StringBuilder(batch.state()
                .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                .orElse("no state"));
        for (Step step : batch.steps()) {
            if (step instanceof Step.Load load) {
                part = load.rows().parts().rows() > 0;
                shape = load.shape();
                List<String> row = row(part ? load.rows().parts() : load.rows().rows());
                fields = row;
                List<String> steady = new ArrayList<>(row);
                steady.remove(shape.properties().size() + 1); // when it was received
                text.append('\n').append(part).append(shape).append(String.join("\t", steady));
            } else {
                text.append('\n').append(step);
            }
        }
        return text.toString();
    }

    private static List<String> row(CopyBytes bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bytes.forEachChunk((chunk, length) -> all.write(chunk, 0, length));
        return Arrays.asList(all.toString(StandardCharsets.UTF_8).split("\t", -1));
    }
}
