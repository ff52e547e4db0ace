package bizops.singer.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line is one message, whatever the order of its members. */
final class MessageDecoderTest {
    @Test
    void aRecordIsReadWhereverItStands() throws IOException {
        for (String line : new String[] {
            "{'type':'record','stream':'s','record':{'a':1}}",
            "{'record':{'a':1},'stream':'s','type':'RECORD'}",
            "{'type':'RECORD','stream':'s','record':{'a':0},'record':{'a':1}}",
            "{'stream':'t','type':'RECORD','record':{'a':1},'stream':'s'}"
        }) {
            assertThat(decode(line)).containsExactly("record s {\"a\":1}");
        }
    }

    @Test
    void noMemberOfALineBelongsToTheNext() throws IOException {
        Heard heard = new Heard();
        MessageDecoder decoder = new MessageDecoder(heard);
        decode(decoder, "{'type':'ACTIVATE_VERSION','stream':'s','version':1,'record':{},'schema':{},'value':1}");
        decode(decoder, "{'type':'BATCH','stream':'s','encoding':{'format':'f','compression':'c'},'manifest':['m']}");
        decode(decoder, "{'type':'SCHEMA','stream':'s','schema':{},'key_properties':['k'],'time_extracted':'t'}");
        for (String line : new String[] {
            "{}",
            "{'type':'RECORD','record':{}}",
            "{'type':'RECORD','stream':'s'}",
            "{'type':'SCHEMA','stream':'s'}",
            "{'type':'STATE'}",
            "{'type':'ACTIVATE_VERSION','stream':'s'}",
            "{'type':'BATCH','stream':'s'}"
        }) {
            assertThatThrownBy(() -> decode(decoder, line))
                    .as(line)
                    .isInstanceOf(InputException.class)
                    .hasMessageMatching("line 7: .*(without|has no) \".*");
        }
        heard.said.clear();
        decode(decoder, "{'type':'SCHEMA','stream':'s','schema':{}}");
        decode(decoder, "{'type':'BATCH','stream':'s','manifest':[]}");

        assertThat(heard.said)
                .containsExactly(
                        "schema s []", "BatchMessage[stream=s, format=, compression=null, manifest=[], version=null]");
    }

    @Test
    void theRecordOfAnotherTypeIsNotRead() throws IOException {
        Heard heard = new Heard();
        decode(new MessageDecoder(heard), "{'type':'STATE','stream':'s','record':{'a':1},'value':1}");

        assertThat(heard.readFor).isNull();
        assertThat(heard.said).containsExactly("state 1");
    }

    @Test
    void aStateIsKeptByteForByte() throws IOException {
        for (String value : new String[] {"{ 'b':1.50 , 'a':123456789012345678901234567890}", "1e2", "null", "'x'"}) {
            assertThat(decode("{'type':'STATE','value': " + value + " }"))
                    .containsExactly("state " + value.replace('\'', '"'));
        }
    }

    @Test
    void aBareStringIsOneKeyAndNullIsNone() throws IOException {
        assertThat(decode("{'type':'SCHEMA','stream':'s','schema':{},'key_properties':'id'}"))
                .containsExactly("schema s [id]");
        assertThat(decode("{'type':'SCHEMA','stream':'s','schema':{},'key_properties':null}"))
                .containsExactly("schema s []");
    }

    @Test
    void anUnknownTypeIsTold() throws IOException {
        assertThat(decode("{'type':'Hello','x':[{}]}")).containsExactly("unknown HELLO");
    }

    @Test
    void whatIsNoMessageIsRefusedWithItsLine() {
        for (String line : new String[] {"[1]", "{'type':'STATE','value':1} {}", "{'type':", "{'value':1}"}) {
            assertThatThrownBy(() -> decode(line))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("line 7");
        }
    }

    @Test
    void aListOfKeysHoldsNamesOnly() throws IOException {
        assertThat(
                        decode(
                                "{'type':'SCHEMA','stream':'s','schema':{},'key_properties':['a','b'],'bookmark_properties':'c'}"))
                .containsExactly("schema s [a, b]");
        for (String keys : new String[] {"['a',1]", "[['a']]", "1", "{}"}) {
            refuses("{'type':'SCHEMA','stream':'s','schema':{},'key_properties':" + keys + "}", "is no list of names");
        }
    }

    @Test
    void aVersionIsAnIntegerHoweverItIsWritten() throws IOException {
        for (String version : new String[] {"17", "17.0", "1.7e1", "170e-1"}) {
            assertThat(decode("{'type':'ACTIVATE_VERSION','stream':'s','version':" + version + "}"))
                    .containsExactly("version s 17");
        }
        for (String version : new String[] {"1.5", "'17'", "1e30", "1e99999999999", "9".repeat(50), "true", "{}"}) {
            refuses("{'type':'ACTIVATE_VERSION','stream':'s','version':" + version + "}", "\"version\" is no integer");
        }
    }

    @Test
    void aMessageWithoutWhatItNeedsIsRefused() {
        refuses("{'type':'RECORD','record':{}}", "RECORD message without \"stream\"");
        refuses("{'type':'RECORD','stream':'','record':{}}", "RECORD message without \"stream\"");
        refuses("{'type':'RECORD','stream':1,'record':{}}", "RECORD message without \"stream\"");
        refuses("{'type':'RECORD','stream':'s'}", "RECORD message without \"record\"");
        refuses("{'type':'RECORD','stream':'s','record':[]}", "\"record\" is no object");
        refuses("{'type':'SCHEMA','stream':'s'}", "SCHEMA message without \"schema\"");
        refuses("{'type':'SCHEMA','stream':'s','schema':true}", "\"schema\" is no object");
        refuses("{'type':'STATE'}", "STATE message without \"value\"");
        refuses("{'type':'ACTIVATE_VERSION','stream':'s'}", "ACTIVATE_VERSION message without \"version\"");
        refuses("{'type':'ACTIVATE_VERSION','stream':'s','version':null}", "message without \"version\"");
        refuses("{'type':'BATCH'}", "BATCH message without \"stream\"");
        refuses("{'type':{'a':1},'stream':'s'}", "the object has no \"type\"");
    }

    @Test
    void aLongLineIsShownByItsBeginning() {
        refuses("{'type':" + " ".repeat(100) + "]}", "…; only Singer messages");
        refuses("{'type':" + " ".repeat(60 - 10) + "]}", "]}; only Singer messages");
        refuses("{'type':" + " ".repeat(61 - 10) + "]}", "…; only Singer messages");
    }

    private static void refuses(String line, String message) {
        assertThatThrownBy(() -> decode(line))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("line 7")
                .hasMessageContaining(message);
    }

    @Test
    void aReasonNamesNoOtherLineThanTheInputs() {
        for (String line : new String[] {"{'type':", "{'type':[}", "{'type':'", "{'type':{]", "{'a'"}) {
            assertThatThrownBy(() -> decode(line))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("line 7 is no message (")
                    .hasMessageNotContaining("line: 1")
                    .hasMessageNotContaining("Source");
        }
    }

    @Test
    void aCompressedInputIsNamedAndNotShown() {
        assertThatThrownBy(() -> decodeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0, (byte) 120}))
                .hasMessage("line 7 is no message (it is compressed by gzip: unpack it first); only Singer messages may"
                        + " come on standard input");
        assertThatThrownBy(() -> decodeBytes("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE)))
                .hasMessageContaining("(it is written in UTF-16: write it in UTF-8)")
                .hasMessageNotContaining("{");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] bytes = "{\"type\":\"X\",\"stream\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        bytes[22] = (byte) 0xFF;
        assertThatThrownBy(() -> new MessageDecoder(new Heard()).decode(bytes, 0, bytes.length, 7))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aBatchNamesItsFilesAndHowTheyAreWritten() throws IOException {
        assertThat(decode("{'type':'BATCH','stream':'s','encoding':{'format':'jsonl','compression':'gzip','x':[1]},"
                        + "'manifest':['file:///a','b'],'version':5}"))
                .containsExactly("BatchMessage[stream=s, format=jsonl, compression=gzip,"
                        + " manifest=[file:///a, b], version=5]");
        assertThat(decode("{'type':'BATCH','stream':'s','encoding':{'format':null},'manifest':[]}"))
                .containsExactly("BatchMessage[stream=s, format=, compression=null, manifest=[], version=null]");
        assertThat(decode("{'type':'BATCH','stream':'s','encoding':7,'manifest':[]}"))
                .containsExactly("BatchMessage[stream=s, format=, compression=null, manifest=[], version=null]");
    }

    @Test
    void aNumberThatNoDatabaseKeepsIsRefusedBeforeItIsComputedWith() {
        String longest = "9".repeat(200_000);
        assertThatCode(() -> decode("{'type':'RECORD','stream':'s','record':{'a':" + longest + "}}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> decode("{'type':'RECORD','stream':'s','record':{'a':" + longest + "9}}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 7, stream \"s\"")
                .hasMessageContaining("a number is longer than 200000 characters");
    }

    @Test
    void aBatchWithoutManifestIsRefused() {
        assertThatThrownBy(() -> decode("{'type':'BATCH','stream':'s'}")).hasMessageContaining("without \"manifest\"");
        assertThatThrownBy(() -> decode("{'type':'BATCH','stream':'s','manifest':[1]}"))
                .hasMessageContaining("\"manifest\" is no list of names");
    }

    @Test
    void aRecordByItselfIsHandedOverAsThatOfAMessage() throws IOException {
        assertThat(decodeRecord("{'a':1}")).containsExactly("record s {\"a\":1}");
        assertThatThrownBy(() -> decodeRecord("[1]")).hasMessageContaining("line 7, stream \"s\": it is no object");
        assertThatThrownBy(() -> decodeRecord("{'a':1} 2")).hasMessageContaining("something follows the object");
        assertThatThrownBy(() -> decodeRecord("{'a':")).hasMessageContaining("line 7 is no message");
    }

    private static List<String> decodeRecord(String record) throws IOException {
        byte[] bytes = ("#" + record.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        Heard heard = new Heard();
        new MessageDecoder(heard).decodeRecord("s", null, bytes, 1, bytes.length - 1, 7);
        return heard.said;
    }

    private static void decodeBytes(byte[] line) throws IOException {
        new MessageDecoder(new Heard()).decode(line, 0, line.length, 7);
    }

    private static List<String> decode(String line) throws IOException {
        Heard heard = new Heard();
        decode(new MessageDecoder(heard), line);
        return heard.said;
    }

    private static void decode(MessageDecoder decoder, String line) throws IOException {
        byte[] bytes = ("##" + line.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 2, bytes.length - 2, 7);
    }
}
