package bizops.singer.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConsumerClosedException;
import bizops.singer.message.ActivateVersionMessage;
import bizops.singer.message.RecordMessage;
import bizops.singer.message.SchemaMessage;
import bizops.singer.message.StateMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void writesEachMessageOnOneLine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(out)) {
            writer.write(new SchemaMessage("s", Map.of("type", "object"), List.of("id"), List.of("at")));
            writer.write(new RecordMessage("s", Map.of("t", "a\nb"), 7L, Instant.parse("2024-05-01T10:00:00Z")));
            writer.write(new RecordMessage("s", Map.of("n", new BigDecimal("1.50")), null, null));
            writer.write(new StateMessage("{\"n\":1.50}"));
            writer.write(new ActivateVersionMessage("s", 7));
        }

        assertThat(text(out).split("\n"))
                .containsExactly(
                        "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"type\":\"object\"},"
                                + "\"key_properties\":[\"id\"],\"bookmark_properties\":[\"at\"]}",
                        "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"t\":\"a\\nb\"},\"version\":7,"
                                + "\"time_extracted\":\"2024-05-01T10:00:00Z\"}",
                        "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":1.50}}",
                        "{\"type\":\"STATE\",\"value\":{\"n\":1.50}}",
                        "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":7}");
    }

    @Test
    void handsOverWithEveryState() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageWriter writer = new MessageWriter(out, NEVER);

        writer.write(row("a"));
        assertThat(out.size()).isZero();
        writer.write(new StateMessage("{}"));

        assertThat(text(out)).endsWith("{\"type\":\"STATE\",\"value\":{}}\n");
    }

    @Test
    void handsOverWhileNothingMoreIsWritten() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                arrived.countDown();
            }
        };
        MessageWriter writer = new MessageWriter(out, Duration.ofMillis(20));

        writer.write(row("a"));

        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        writer.close();
    }

    @Test
    void writesNothingOfALineWithAValueThatCannotBeSent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MessageWriter writer = new MessageWriter(out)) {
            writer.write(row("before"));
            assertThatThrownBy(() -> writer.write(new RecordMessage("s", Map.of("a", new Object()), null, null)))
                    .isInstanceOf(IllegalArgumentException.class);
            writer.write(row("after"));
        }

        assertThat(text(out).lines()).hasSize(2).allMatch(line -> line.endsWith("}}"));
    }

    @Test
    void keepsLargeMessagesWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String large = "ü".repeat(300_000);
        try (MessageWriter writer = new MessageWriter(out)) {
            writer.write(row(large));
            writer.write(row("small"));
        }

        assertThat(text(out).lines()).hasSize(2);
        assertThat(text(out)).contains(large);
    }

    @Test
    void failsWhenTheReaderOfTheRealPipeIsGone() throws Exception {
        Process reader = new ProcessBuilder("head", "-n", "1").start();
        MessageWriter writer = new MessageWriter(reader.getOutputStream());
        writer.write(row("first"));
        writer.flush();
        assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> {
                    writer.write(row("second"));
                    writer.flush();
                })
                .isInstanceOf(ConsumerClosedException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> writer.write(row("third"))).isInstanceOf(ConsumerClosedException.class);
    }

    private static RecordMessage row(String text) {
        return new RecordMessage("s", Map.of("t", text), null, null);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }
}
