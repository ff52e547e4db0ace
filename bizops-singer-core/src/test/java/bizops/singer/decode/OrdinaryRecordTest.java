package bizops.singer.decode;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.InputException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record of the ordinary shape is offered as bytes, and every other comes to the same by the parser. */
final class OrdinaryRecordTest {
    private static final String RECORD = "{\"a\":1}";
    private static final String START = "{'type':'RECORD','stream':'s','record':" + RECORD;

    @Test
    void theOrdinaryShapeIsReadFromItsBytes() throws IOException {
        assertThat(decode(START + "}", true)).isEqualTo("bytes s null null {\"a\":1}");
        assertThat(decode(START + ",'version':17,'time_extracted':'t'}", true)).isEqualTo("bytes s 17 t {\"a\":1}");
        assertThat(decode(START + ",'time_extracted':'t','version':-8 } ", true))
                .isEqualTo("bytes s -8 t {\"a\":1}");
        assertThat(decode(START + ",'version':null,'time_extracted':null}", true))
                .isEqualTo("bytes s null null {\"a\":1}");
        assertThat(decode(START + ",'version':0}", true)).isEqualTo("bytes s 0 null {\"a\":1}");
        assertThat(decode(START + ",'version':902}", true)).isEqualTo("bytes s 902 null {\"a\":1}");
        assertThat(decode(" { 'type' : 'RECORD' , 'stream' : 's' , 'record' : {'a':1} , 'version' : 1 }", true))
                .isEqualTo("bytes s 1 null {\"a\":1}");
    }

    @Test
    void whatIsWrittenOtherwiseIsForTheParser() throws IOException {
        for (String line : new String[] {
            "{'stream':'s','type':'RECORD','record':{'a':1}}",
            "{'type':'record','stream':'s','record':{'a':1}}",
            "{'type':'RECORD','x':1,'stream':'s','record':{'a':1}}",
            "{'type':'RECORD','stream':'\\u0073','record':{'a':1}}",
            "{'type':'RECORD','stream':'s','x':1,'record':{'a':1}}",
            "\t" + START + "}",
            START + "\t}",
            START + ",'x':1}"
        }) {
            assertThat(decode(line, true)).as(line).isEqualTo("parser s null null {\"a\":1}");
        }
        assertThat(decode("{'type':'RECORD','stream':'é','record':{'a':1}}", true))
                .isEqualTo("parser é null null {\"a\":1}");
        assertThat(decode(START + ",'version':1,'version':2}", true)).isEqualTo("parser s 2 null {\"a\":1}");
        assertThat(decode(START + ",'version':1e1}", true)).isEqualTo("parser s 10 null {\"a\":1}");
        assertThat(decode(START + ",'version':1234567890123456789}", true))
                .isEqualTo("parser s 1234567890123456789 null {\"a\":1}");
        assertThat(decode(START + ",'time_extracted':'\\u0074'}", true)).isEqualTo("parser s null t {\"a\":1}");
        assertThat(decode(START + ",'time_extracted':'t','time_extracted':'u'}", true))
                .isEqualTo("parser s null u {\"a\":1}");
    }

    @Test
    void aRecordThatTheHandlerDoesNotReadIsParsed() throws IOException {
        assertThat(decode(START + "}", false)).isEqualTo("parser s null null {\"a\":1}");
    }

    @Test
    void aLineOfAFileIsReadFromItsBytesIfNothingFollowsTheRecord() throws IOException {
        assertThat(decodeRecord(RECORD, true)).isEqualTo("bytes s 5 null {\"a\":1}");
        assertThat(decodeRecord(RECORD + " ", true)).isEqualTo("parser s 5 null {\"a\":1} ");
        assertThat(decodeRecord(RECORD, false)).isEqualTo("parser s 5 null {\"a\":1}");
    }

    private static String decodeRecord(String record, boolean readsBytes) throws IOException {
        byte[] bytes = ("##" + record).getBytes(StandardCharsets.UTF_8);
        ByteReader heard = new ByteReader(readsBytes);
        new MessageDecoder(heard).decodeRecord("s", 5L, bytes, 2, bytes.length - 2, 7);
        return heard.said;
    }

    /** Cut or changed anywhere, a line comes to the same whether the handler reads bytes or not. */
    @Test
    void whateverIsBrokenIsRefusedAsTheParserRefusesIt() throws IOException {
        String line = START + ",'version':-17,'time_extracted':'2024-01-01T00:00:00Z'}";
        for (int i = 0; i < line.length(); i++) {
            String rest = line.substring(i + 1);
            for (String other : new String[] {"", " ", "0", ",", "'", ":", "}", "x", "\u0001", "\u007f", "é"}) {
                String changed = line.substring(0, i) + other + rest;
                assertThat(result(changed, true)).as(changed).isEqualTo(result(changed, false));
            }
            String cut = line.substring(0, i);
            assertThat(result(cut, true)).as(cut).isEqualTo(result(cut, false));
        }
    }

    private static String result(String line, boolean readsBytes) throws IOException {
        try {
            return decode(line, readsBytes).replaceFirst("^(bytes|parser) ", "");
        } catch (InputException refused) {
            return refused.getMessage();
        }
    }

    private static String decode(String line, boolean readsBytes) throws IOException {
        byte[] bytes = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ByteReader heard = new ByteReader(readsBytes);
        new MessageDecoder(heard).decode(bytes, 0, bytes.length, 7);
        return heard.said;
    }

    /** Reads the one record from its bytes, if it reads any so. */
    private static final class ByteReader implements MessageHandler {
        private final boolean readsBytes;
        private String by = "";
        private String said = "nothing";

        ByteReader(boolean readsBytes) {
            this.readsBytes = readsBytes;
        }

        @Override
        public int recordBytes(String stream, byte[] bytes, int start, int lineEnd) {
            by = "bytes";
            int end = start + RECORD.length();
            boolean known = end <= lineEnd
                    && RECORD.equals(new String(bytes, start, RECORD.length(), StandardCharsets.ISO_8859_1));
            return readsBytes && known ? end : -1;
        }

        @Override
        public void record(String stream, JsonParser record) throws IOException {
            by = "parser";
            record.skipChildren();
        }

        @Override
        public void recordEnd(
                String stream, @Nullable Long version, @Nullable String time, byte[] bytes, int start, int length) {
            String record = new String(bytes, start, length, StandardCharsets.UTF_8);
            said = by + " " + stream + " " + version + " " + time + " " + record;
        }

        @Override
        public void schema(SchemaMessage message) {
            said = message.toString();
        }

        @Override
        public void state(byte[] value) {
            said = "a state";
        }

        @Override
        public void activateVersion(String stream, long version) {
            said = "version " + version;
        }

        @Override
        public void batch(BatchMessage message) {
            said = message.toString();
        }

        @Override
        public void unknown(String type) {
            said = "unknown " + type;
        }
    }
}
