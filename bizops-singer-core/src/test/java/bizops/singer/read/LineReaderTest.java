package bizops.singer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines are cut at line feeds, blank ones are passed over but counted. */
final class LineReaderTest {
    @Test
    void blankLinesArePassedOverButCounted() throws IOException {
        assertThat(read("a\n\n \t\r\n\nb\n", 10)).containsExactly("1 a true", "5 b true");
        assertThat(read("\n\nb\n", 10)).containsExactly("3 b true");
    }

    @Test
    void aCarriageReturnIsNoPartOfALine() throws IOException {
        assertThat(read("a\r\nb\r\n", 10)).containsExactly("1 a true", "2 b true");
    }

    @Test
    void aByteOrderMarkIsLeftOutOnTheFirstLineOnly() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb\n", 10)).containsExactly("1 a true", "2 \uFEFFb true");
        assertThat(read("\uFEFF\nb\n", 10)).containsExactly("2 b true");
    }

    @Test
    void aLastLineWithoutLineFeedIsReadAndToldApart() throws IOException {
        assertThat(read("a\nb", 10)).containsExactly("1 a true", "2 b false");
    }

    @Test
    void aLineAsLongAsAllowedIsReadAndALongerOneIsRefused() throws IOException {
        String longest = "x".repeat(200_000);
        assertThat(read(longest + "\r\n", 200_000)).containsExactly("1 " + longest + " true");
        for (String end : new String[] {"\n", ""}) {
            assertThatThrownBy(() -> read("a\n" + longest + "x" + end, 200_000))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("line 2 ")
                    .hasMessageContaining("max_message_bytes (200000)");
        }
    }

    @Test
    void aLineThatNeverEndsIsRefusedBeforeItIsHeldWhole() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        LineReader lines = new LineReader(endless, 200_000);

        assertThatThrownBy(lines::next)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 1 is longer than max_message_bytes (200000)");
        assertThat(lines.bytes().length).isLessThan(200_100);
    }

    @Test
    void whatOnlyBeginsLikeAByteOrderMarkStays() throws IOException {
        byte[][] beginnings = {{(byte) 0xEF, 'a', 'b'}, {(byte) 0xEF, (byte) 0xBB, 'b'}, {(byte) 0xEF, (byte) 0xBB}};
        for (byte[] line : beginnings) {
            LineReader lines = new LineReader(new ByteArrayInputStream(line), 10);

            assertThat(lines.next()).isTrue();
            assertThat(lines.length()).isEqualTo(line.length);
        }
    }

    @Test
    void aCarriageReturnWithinALineStays() throws IOException {
        assertThat(read(" \r \n\ra\rb\n", 10)).containsExactly("2 \ra\rb true");
    }

    /** Each line but the last is as long as allowed, the first with all that does not count. */
    @Test
    void whereverTheInputIsCutIntoPiecesItsLinesAreTheSame() throws IOException {
        String text = "\uFEFF0123456789\r\n\nabcdefghij\nABCDEFGHIJ\r\nx";
        for (int piece = 1; piece < 20; piece++) {
            int most = piece;
            InputStream pieces = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                @Override
                public int read(byte[] into, int from, int length) {
                    return super.read(into, from, Math.min(length, most));
                }
            };
            assertThat(read(pieces, 10))
                    .containsExactly("1 0123456789 true", "3 abcdefghij true", "4 ABCDEFGHIJ true", "5 x false");
        }
    }

    private static List<String> read(String text, int most) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), most);
    }

    private static List<String> read(InputStream in, int most) throws IOException {
        LineReader lines = new LineReader(in, most);
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            String line = new String(lines.bytes(), lines.start(), lines.length(), StandardCharsets.UTF_8);
            read.add(lines.number() + " " + line + " " + lines.terminated());
        }
        return read;
    }
}
