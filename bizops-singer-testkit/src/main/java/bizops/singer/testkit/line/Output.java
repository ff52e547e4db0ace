package bizops.singer.testkit.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything a run printed on standard output. Immutable. */
public final class Output {
    private final List<Line> lines;
    private final List<Message> messages;

    private Output(List<Line> lines) {
        this.lines = lines;
        List<Message> found = new ArrayList<>();
        for (Line line : lines) {
            line.values().stream()
                    .filter(value ->
                            value instanceof ObjectNode && value.path("type").isTextual())
                    .forEach(value -> found.add(new Message(line, value)));
        }
        this.messages = List.copyOf(found);
    }

    /** The output of {@code run}, whose last line may lack its end. */
    public static Output of(String run, byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines.add(LineParser.parse(run, lines.size() + 1, Arrays.copyOfRange(bytes, start, at)));
                start = at + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(LineParser.parse(run, lines.size() + 1, Arrays.copyOfRange(bytes, start, bytes.length)));
        }
        return new Output(List.copyOf(lines));
    }

    public List<Line> lines() {
        return lines;
    }

    /** The lines' objects that have a type, in order. */
    public List<Message> messages() {
        return messages;
    }

    /** The messages of one type, such as {@code RECORD}. */
    public Stream<Message> messages(String type) {
        return messages.stream().filter(message -> message.is(type));
    }

    /** The last STATE. */
    public Optional<Message> lastState() {
        return messages("STATE").reduce((first, second) -> second);
    }
}
