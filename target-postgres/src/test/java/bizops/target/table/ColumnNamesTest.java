package bizops.target.table;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.table.ExistingTable.ExistingColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A property has the same column in every run, whatever came first. */
final class ColumnNamesTest {
    @Test
    void ofPropertiesThatShareANameTheOneThatIsSpeltSoKeepsIt() {
        Map<String, String> names = assign(Map.of(), "ID", "Id", "id");

        assertThat(names).containsEntry("id", "id");
        assertThat(names.get("ID")).matches("id_[0-9a-f]{8}");
        assertThat(names.get("Id")).matches("id_[0-9a-f]{8}").isNotEqualTo(names.get("ID"));
        assertThat(assign(Map.of(), "id", "Id", "ID")).isEqualTo(names);
    }

    @Test
    void theColumnThatACommentTiesToAPropertyStaysThatPropertys() {
        Map<String, ExistingColumn> existing = columns("id", note("Id", null), "id_0123abcd", note("ID", null));

        assertThat(assign(existing, "ID", "Id")).containsEntry("Id", "id").containsEntry("ID", "id_0123abcd");
        assertThat(assign(existing, "id").get("id")).matches("id_[0-9a-f]{8}");
    }

    @Test
    void aHashedNameThatIsTakenIsHashedAgain() {
        String hashed = String.valueOf(assign(Map.of(), "a", "A").get("A"));

        Map<String, String> names = assign(Map.of(), "a", "A", hashed);

        assertThat(names).containsEntry(hashed, hashed);
        assertThat(names.get("A")).matches("a_[0-9a-f]{8}").isNotEqualTo(hashed);
        assertThat(assign(Map.of(), hashed, "A", "a")).isEqualTo(names);
    }

    @Test
    void aPropertyNeverTakesTheTargetsOwnColumns() {
        assertThat(assign(Map.of(), "_SDC_Sequence").get("_SDC_Sequence")).matches("_sdc_sequence_[0-9a-f]{8}");
    }

    @Test
    void aTableWhoseNamesKeptTheirCaseKeepsThem() {
        Map<String, ExistingColumn> existing = columns("Id", ColumnNote.NONE, "NAME", ColumnNote.NONE);

        assertThat(assign(existing, "Id", "NAME", "Other"))
                .isEqualTo(Map.of("Id", "Id", "NAME", "NAME", "Other", "other"));
    }

    @Test
    void ofTheColumnsOfAPropertyTheNewestIsItsOwn() {
        Map<String, ExistingColumn> existing =
                columns("v__text", note("v", "v__numeric"), "v", ColumnNote.NONE, "v__numeric", note("v", "v"));

        assertThat(assign(existing, "v")).containsEntry("v", "v__text");
        assertThat(assign(existing, "v", "V").get("V")).matches("v_[0-9a-f]{8}");
        assertThat(new ColumnNames(NameCase.LOWER, existing).replacement("v__text", "v", ColumnType.JSONB))
                .isEqualTo("v__jsonb");
    }

    @Test
    void aReplacementStaysApartFromAPropertyOfItsName() {
        ColumnNames names = new ColumnNames(NameCase.LOWER, columns("v", ColumnNote.NONE, "v__text", ColumnNote.NONE));
        names.assign(List.of("v", "v__text"));

        assertThat(names.replacement("v", "v", ColumnType.TEXT)).matches("v__text_[0-9a-f]{8}");
    }

    @Test
    void aReplacementOfALongNameFits() {
        String column = "a".repeat(62);

        assertThat(new ColumnNames(NameCase.LOWER, columns(column, ColumnNote.NONE))
                        .replacement(column, column, ColumnType.TIMESTAMPTZ))
                .matches("a{54}_[0-9a-f]{8}");
    }

    @Test
    void aCommentOfSomebodyElseSaysNothing() {
        for (String comment :
                new String[] {"", "singer:", "singer:[]", "singer:{\"name\":1}", "the name", "singer:{"}) {
            assertThat(ColumnNote.read(comment)).isEqualTo(ColumnNote.NONE);
        }
        ColumnNote note = note("a \"quoted\" name", "older");
        assertThat(ColumnNote.read(note.text())).isEqualTo(note);
    }

    private static Map<String, String> assign(Map<String, ExistingColumn> existing, String... properties) {
        Map<String, String> names = new ColumnNames(NameCase.LOWER, existing).assign(List.of(properties));
        List<String> reversed = new ArrayList<>(List.of(properties));
        Collections.reverse(reversed);
        assertThat(new ColumnNames(NameCase.LOWER, existing).assign(reversed)).isEqualTo(names);
        assertThat(names.values().stream().collect(Collectors.toSet())).hasSize(properties.length);
        return names;
    }

    private static ColumnNote note(String property, @Nullable String replaces) {
        return new ColumnNote(property, replaces);
    }

    private static Map<String, ExistingColumn> columns(Object... namesAndNotes) {
        Map<String, ExistingColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNotes.length; i += 2) {
            columns.put((String) namesAndNotes[i], new ExistingColumn(ColumnType.TEXT, false, false, (ColumnNote)
                    namesAndNotes[i + 1]));
        }
        return columns;
    }
}
