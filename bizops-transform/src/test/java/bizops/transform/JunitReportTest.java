package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.transform.audit.Finding;
import bizops.transform.audit.JunitReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Data tests as a CI server shows them. */
final class JunitReportTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void failuresAreFailuresAndWarningsAreNot() throws Exception {
        Path file = folder.resolve("results/data-tests.xml");

        JunitReport.write(
                file,
                List.of(
                        new Finding(
                                "unique(id)",
                                "core.lead",
                                true,
                                2,
                                "no key",
                                List.of("a<&", "b\u0001"),
                                "select 1 < 2"),
                        new Finding("mine", "marts.sao", false, 1, "odd", List.of(), "select"),
                        new Finding("not_null(id)", "core.lead", true, 0, "null", List.of(), "select")));

        Document report =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element suite = report.getDocumentElement();
        assertThat(suite.getAttribute("tests") + " " + suite.getAttribute("failures"))
                .isEqualTo("3 1");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .isEqualTo("test unique(id) on core.lead: no key: 2 rows, such as a<&; b\uFFFD");
        assertThat(failure.getTextContent()).isEqualTo("select 1 < 2");
        assertThat(suite.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo("warning: test mine on marts.sao: odd: 1 row");
    }

    @Test
    void aTestOfWhatIsPublishedWritesEveryTest() throws Exception {
        Path file = folder.resolve("data-tests.xml");

        Warehouse.Outcome outcome = PublishedExample.ofSalesforce().run("test", "--junit", file.toString());

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file)).contains("<testcase classname=\"core.lead\" name=\"unique(lead_id)\">");
    }
}
