package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.line.Output;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Messages that a target is fed. Immutable.
 *
 * @param name what verdicts call it
 * @param text the lines as they are sent
 */
record Feed(String name, String text) {
    /** The one in the file of that name beside this class. */
    static Feed named(String name) {
        try (InputStream file = Feed.class.getResourceAsStream(name + ".singer")) {
            return new Feed(name, new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The messages of all, one after the other. */
    static Feed joined(List<Feed> feeds) {
        String first = feeds.get(0).name();
        return feeds.size() == 1
                ? feeds.get(0)
                : new Feed(
                        first + " to " + feeds.get(feeds.size() - 1).name(),
                        feeds.stream().map(Feed::text).collect(Collectors.joining()));
    }

    /** The same lines ended the way of Windows. */
    Feed withCarriageReturns() {
        return as("crlf", text.replace("\n", "\r\n"));
    }

    /** The same lines, the last one without an end. */
    Feed withoutLastLineEnd() {
        return as("no-final-newline", text.stripTrailing());
    }

    /** The same with one text of a mebibyte. */
    Feed withLargeValue() {
        return as("large-line", text.replace("Grace", "G".repeat(1024 * 1024)));
    }

    /** With a stream and states of its own, so that feeds can be joined. */
    private Feed as(String other, String changed) {
        return new Feed(
                other,
                changed.replace("singer_check_" + name, "singer_check_" + other.replace('-', '_'))
                        .replace("\"" + name + "\"", "\"" + other + "\""));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its messages, as far as it holds any. */
    Output messages() {
        return Output.of(name, bytes());
    }

    /** The values of its STATE messages. */
    List<JsonNode> states() {
        return messages().messages("STATE").map(Message::value).toList();
    }
}
