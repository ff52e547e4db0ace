package bizops.transform.model;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.JSQLParserException;
import org.junit.jupiter.api.Test;

/** The parser is the authority on what the program's own files read. */
final class PlainReferencesTest {
    @Test
    void findsInEachOfTheProgramsFilesWhatTheParserFinds() throws JSQLParserException {
        List<Statement> own = own();

        assertThat(own).hasSizeGreaterThan(200);
        for (Statement each : own) {
            assertThat(PlainReferences.in(each.text())).as(each.text()).isEqualTo(References.in(each.text()));
        }
    }

    @Test
    void takesNoNameFromATextOrAComment() {
        String sql = "select 'core.a', 'it''s core.b' -- core.c\nfrom core_change.d /* marts.e */ join Marts.f on true";

        assertThat(PlainReferences.in(sql))
                .containsExactly(
                        new Reference(new Relation(Layer.CORE, "d"), true, sql.indexOf("core_ch"), sql.indexOf(".d")),
                        new Reference(new Relation(Layer.MARTS, "f"), false, sql.indexOf("Marts"), sql.indexOf(".f")));
    }

    private static List<Statement> own() {
        ProgramFiles files = ProgramFiles.get();
        List<Statement> own = new ArrayList<>(files.statements().values());
        files.models().forEach((relation, file) -> {
            Narrow.Written narrow = file.header().narrow();
            if (narrow != null) {
                own.add(Statement.own(narrow.dirty()));
            }
        });
        files.audits().forEach(audit -> {
            own.add(audit.statement());
            audit.narrow().ifPresent(narrow -> own.add(narrow.dirty()));
        });
        files.functions().forEach(function -> own.add(function.body()));
        HistoryModel.all().forEach(history -> {
            own.add(history.source());
            history.past().ifPresent(own::add);
        });
        return own;
    }
}
