package bizops.tap.marketo.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    @TempDir
    private Path folder = Path.of("");

    private ExportFile file(byte[] bytes) throws IOException {
        return ExportFile.of(Files.write(folder.resolve("file.csv"), bytes), false);
    }

    private ExportFile file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<@Nullable String>> rows(ExportFile file) throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        file.read(row -> rows.add(Arrays.asList(row)));
        return rows;
    }

    @Test
    void anUnquotedNullIsNoValueAndAQuotedOneIsAText() throws Exception {
        assertThat(rows(file("a,b,c,d\nnull,\"null\",,\"\"\n")))
                .containsExactly(Arrays.asList(null, "null", null, null));
    }

    @Test
    void aQuotedNullIsNoValueIfOlderTapsAreFollowed() throws Exception {
        Path path = Files.writeString(folder.resolve("older.csv"), "a\n\"null\"\nnullify\n");

        assertThat(rows(ExportFile.of(path, true))).containsExactly(Arrays.asList((String) null), List.of("nullify"));
    }

    @Test
    void keepsLineBreaksAndSeparatorsOfEveryKindInTexts() throws Exception {
        String text = "one\r\ntwo\rthree\nfour\u2028five\u2029six\tseven, \"eight\" \uD83D\uDE00 漢字 ";

        assertThat(rows(file("id,text\n1,\"" + text.replace("\"", "\"\"") + "\"\n")))
                .containsExactly(List.of("1", text));
    }

    @Test
    void leavesOutNulCharactersOnly() throws Exception {
        assertThat(rows(file("id,text\n1,\"a\0b\0\"\n2,\0x\n"))).containsExactly(List.of("1", "ab"), List.of("2", "x"));
    }

    @Test
    void readsFieldsOfAnyLength() throws Exception {
        String text = "x".repeat(3_000_000);

        assertThat(rows(file("id,text\n1,\"" + text + "\"\n"))).containsExactly(List.of("1", text));
    }

    @Test
    void aHeaderAloneIsAnEmptyFile() throws Exception {
        ExportFile file = file("id,email\n");

        assertThat(file.columns()).containsExactly("id", "email");
        assertThat(rows(file)).isEmpty();
        assertThat(file.check(List.of("id", "email"), 0)).isNull();
    }

    @Test
    void findsWhatIsNotAsTheJobTells() throws Exception {
        ExportFile file = file("id,email\n1,a@b.io\n2,c@d.io\n");

        assertThat(file.check(List.of("id", "email"), 2)).isNull();
        assertThat(file.check(List.of("id", "email"), -1)).isNull();
        assertThat(file.check(List.of("id", "email"), 3)).contains("2 rows, not the 3");
        assertThat(file.check(List.of("id", "phone"), 2)).contains("[phone]");
        assertThat(file("id,email\n1,a@b.io,x\n").check(List.of("id"), 1)).contains("columns");
        assertThat(file("id,email\n1\n").check(List.of("id"), 1)).contains("columns");
    }

    @Test
    void bytesThatAreNoUtf8AreNeverPassedOn() throws Exception {
        byte[] bytes = {'i', 'd', '\n', (byte) 0xff, '\n'};

        Assertions.assertThatThrownBy(() -> rows(file(bytes)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void isGoneWhenItIsClosed() throws Exception {
        Path path = Files.writeString(folder.resolve("gone.csv"), "id\n");
        ExportFile.of(path, false).close();

        assertThat(path).doesNotExist();
    }

    @Test
    void findsTheFieldsThatARefusalNames() {
        assertThat(BadFields.in("Invalid fields [site, billingStreet]")).containsExactly("site", "billingStreet");
        assertThat(BadFields.in("Field 'x' not found")).containsExactly("x");
        assertThat(BadFields.in("Invalid Data")).isEmpty();
    }
}
