package bizops.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.drive.MartsOracle;
import bizops.report.drive.Selection;
import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as it stands in the file, before any script has run; and the program around it. */
final class PageWithoutScriptTest {
    @Test
    void holdsEveryFigureOfTheFirstSetting(@TempDir Path directory) throws Exception {
        BuiltPage page = BuiltPage.from("invented-marts.sql", directory);
        Document html = Jsoup.parse(page.file());
        Map<String, String> figures = new TreeMap<>();
        for (Element table : html.select("table")) {
            for (Element row : table.select("tr[data-row]")) {
                String place = table.id().substring("table-".length()) + "/" + row.attr("data-row") + "/";
                row.select("[data-measure]")
                        .forEach(cell -> figures.put(place + cell.attr("data-measure"), cell.text()));
            }
        }
        html.select("[data-tile]")
                .forEach(tile -> figures.put(
                        "tile/" + tile.attr("data-tile"), tile.select(".figure").text()));

        try (Connection connection = page.database().connect()) {
            assertThat(figures)
                    .containsExactlyEntriesOf(new MartsOracle(connection, "marts").figures(Selection.initial("first")));
        }
    }

    @Test
    void loadsNothingAndLetsNoNameBecomeMarkup(@TempDir Path directory) throws Exception {
        BuiltPage page = BuiltPage.from("invented-marts.sql", directory);
        String text = Files.readString(page.file());
        Document html = Jsoup.parse(text);

        assertThat(html.select("[src], link:not([href='data:,']), iframe, object, a[href^=http]"))
                .isEmpty();
        assertThat(html.select("script")).hasSize(4);
        assertThat(text).doesNotContain("<script>alert(1)", "<day>", "<nothing else>");
        assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; script-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void saysWhyFiguresAreMissing(@TempDir Path directory) throws Exception {
        BuiltPage first = BuiltPage.from("invented-marts.sql", directory);
        first.execute("""
                truncate marts.campaign_performance_day, marts.total_performance_day, marts.sao, marts.conversion_time;
                update marts.campaign_performance set spend = null;
                update marts.build_info set gross_margin = null, median_conversion_days = null, is_sao_defined = false
                """);
        Document html = Jsoup.parse(BuiltPage.from(first.database(), directory).file());

        assertThat(html.select("[data-tile=spend]").text()).contains("–", "no spend is known");
        assertThat(html.select("[data-tile=leads] .figure").text()).isEqualTo("0");
        assertThat(html.select("[data-tile=saos]").text()).contains("–", "no SAO date is known");
        assertThat(html.select("[data-tile=median_days]").text()).contains("–", "no won opportunity with a touch");
        assertThat(html.select("#table-campaigns tbody tr")).hasSize(18);
    }

    @Test
    void failsInOneLineWithoutMarts(@TempDir Path directory) throws Exception {
        BuiltPage first = BuiltPage.from("invented-marts.sql", directory);
        first.execute("drop schema marts cascade");
        BuiltPage failed = BuiltPage.from(first.database(), directory);

        assertThat(failed.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(failed.stdout()).isEmpty();
        assertThat(failed.stderr().strip())
                .contains("run bizops-transform build first")
                .doesNotContain("\n");
        assertThat(first.file()).exists();
    }
}
