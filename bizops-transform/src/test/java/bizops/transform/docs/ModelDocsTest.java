package bizops.transform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.run.Provided;
import bizops.transform.schema.Layer;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the models. */
final class ModelDocsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        Set<Relation> provided = Provided.relations();
        new ModelDocs(ModelLibrary.load(provided), provided).write(folder);
    }

    @Test
    void hasAPageForEveryModelAndEverythingThatModelsRead() throws Exception {
        Set<Relation> provided = Provided.relations();
        int relations = provided.size() + ModelLibrary.load(provided).models().size();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(relations + 1);
        }
    }

    @Test
    void leadsNowhereThatIsNoPage() throws Exception {
        int links = 0;
        for (Path file : files()) {
            for (String link : links(Files.readString(file))) {
                assertThat(folder.resolve(link)).as(file + " leads to " + link).exists();
                links++;
            }
        }
        assertThat(links).isGreaterThan(500);
    }

    @Test
    void showsColumnsLineageTestsAndSqlOfAModel() throws Exception {
        String page = Files.readString(folder.resolve("core.touch.html"));

        assertThat(page)
                .contains("<h1>core.touch</h1>")
                .contains("<tr><td>person_key</td><td>never</td>")
                .contains("<a href=\"core.marketo_touch.html\">core.marketo_touch</a>")
                .contains("<a href=\"marts.attribution_weight.html\">marts.attribution_weight</a>")
                .contains("<li>error: the key touch_id occurs once</li>")
                .contains("<h2>SQL</h2>");
        assertThat(Files.readString(folder.resolve("staging.salesforce_lead.html")))
                .contains("<td>Lead.Email</td>");
    }

    @Test
    void drawsEveryRelationOnce() throws Exception {
        String index = Files.readString(folder.resolve("index.html"));

        assertThat(index.split(">core.touch</text>", -1)).hasSize(2);
        assertThat(index).contains("<path d=\"M");
    }

    @Test
    void escapesWhateverStandsInAModel() {
        Node node = new Node(
                new Relation(Layer.MARTS, "a\"><script>"),
                "table",
                "<b>&",
                List.of("k<"),
                List.of(new Node.Column("c<i>", true, "\"<img src=x onerror=alert(1)>")),
                Set.of(new Relation(Layer.CORE, "x\" onclick=\"y")),
                List.of("<u>"),
                "select 1 < 2 and '</pre><script>alert(1)</script>'");

        String page = ModelPage.of(node, List.of());

        assertThat(page)
                .doesNotContain("<script", "<img", "<b>", "<i>", "<u>")
                .contains("href=\"core.x-22--20-onclick-3d--22-y.html\"")
                .contains("1 &lt; 2 and '&lt;/pre");
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The links of a page, which must be well formed. */
    private static List<String> links(String page) throws Exception {
        List<String> links = new ArrayList<>();
        XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(page));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("a")) {
                links.add(reader.getAttributeValue(null, "href"));
            }
        }
        return links;
    }
}
