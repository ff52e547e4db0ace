package bizops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade;
import bizops.report.cube.Marts;
import bizops.report.formula.Formula;
import bizops.report.source.Measure;
import bizops.report.source.Place;
import bizops.report.source.RowsBehind;
import bizops.report.source.SiteFiles;
import bizops.report.source.Unit;
import bizops.report.view.Drawn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A measure that picks its rows by a text that none of them has would lead to an empty list. */
final class RowsTextsTest {
    private static final Place OWN = new Place("measures/own.yml", 4);

    @Test
    void isToldOfEachTextThatNoRowHasAndOfTheNearestThatOneHas() {
        assertThat(missing(OWN, "kind", List.of("created", "wonn", "sold")))
                .containsExactly(
                        "measures/own.yml:7: measure \"some\": no row of \"moves\" has kind \"wonn\", did you mean"
                                + " \"won\"?",
                        "measures/own.yml:7: measure \"some\": no row of \"moves\" has kind \"sold\"");
        assertThat(missing(OWN, "is_late", List.of("yes", "maybe")))
                .as("as it is shown")
                .containsExactly("measures/own.yml:7: measure \"some\": no row of \"moves\" has is_late \"maybe\"");
    }

    @Test
    void saysNothingOfTheProgramsMeasuresNorOfAListWithoutRows() {
        assertThat(missing(new Place("built-in/measures/some.yml", 4), "kind", List.of("wonn")))
                .isEmpty();
        assertThat(new RowsTexts(marts(List.of(), List.of())).missing(files(OWN, "kind", List.of("wonn"))))
                .isEmpty();
    }

    private static List<String> missing(Place place, String column, List<String> texts) {
        Marts marts = marts(Arrays.asList("created", "won", null), List.of("true", "false", "false"));
        return new RowsTexts(marts).missing(files(place, column, texts));
    }

    private static SiteFiles files(Place place, String column, List<String> texts) {
        RowsBehind rows = new RowsBehind("moves", column, texts, new Place(place.file(), 7));
        Measure measure = new Measure(
                "some",
                "Some",
                Unit.COUNT,
                0,
                "1",
                new Formula.Literal(BigDecimal.ONE),
                "some",
                Measure.Better.NEITHER,
                rows,
                place);
        return new SiteFiles(
                "Site", "all", "month", Map.of("some", measure), Map.of(), Map.of(), List.of(), List.of(), "");
    }

    private static Marts marts(List<String> kinds, List<String> late) {
        Marts drawn = new Drawn(11).marts();
        CubeData moves = new CubeData(
                HandMade.file("moves", List.of(), Set.of(), List.of(), List.of()),
                kinds.size(),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                List.of(
                        new Cells("kind", "Kind", Cells.Type.TEXT, kinds),
                        new Cells("is_late", "Late", Cells.Type.FLAG, late)),
                null);
        return new Marts(drawn.build(), Map.of("moves", moves), drawn.comments());
    }
}
