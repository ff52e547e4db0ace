package bizops.singer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time find what one at a time would, wherever it stands. */
final class ByteSearchTest {
    @Test
    void everyByteIsFoundAtEveryPlaceOfEveryLength() {
        for (int length = 0; length < 20; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = 0; value < 256; value++) {
                    byte[] bytes = new byte[length + 2];
                    Arrays.fill(bytes, (byte) '"'); // what is outside must not be looked at
                    Arrays.fill(bytes, 1, length + 1, (byte) 'x');
                    bytes[at + 1] = (byte) value;

                    boolean plain = value >= ' ' && value < 0x80 && value != '"' && value != '\\';
                    assertThat(ByteSearch.plainUntil(bytes, 1, length + 1)).isEqualTo(plain ? length + 1 : at + 1);
                    int feed = value == '\n' ? at + 1 : -1;
                    assertThat(ByteSearch.indexOf(bytes, 1, length + 1, '\n')).isEqualTo(feed);
                }
            }
        }
    }
}
