package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Shapes by the vendor's pages on describe, and describe held against what queries take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZuoraDescribeTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08));
    private final ZuoraClient client = new ZuoraClient(sandbox);

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private Element xml(String path) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(client.get(path).bytes()))
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    @Test
    void theListNamesEveryObjectWithItsAddress() throws Exception {
        List<Element> objects = children(xml("/v1/describe"), "object");

        assertThat(objects.stream().map(object -> text(object, "name")))
                .contains("Account", "RatePlanChargeTier", "CalloutHistory", "BillingPreviewRun");
        assertThat(objects)
                .allSatisfy(object -> assertThat(object.getAttribute("href"))
                        .isEqualTo(sandbox.url() + "/v1/describe/" + text(object, "name")));
    }

    @Test
    void aFieldSaysAllOfItself() throws Exception {
        Element status = children(
                        children(xml("/v1/describe/Account"), "fields").get(0), "field")
                .stream()
                .filter(field -> text(field, "name").equals("Status"))
                .findFirst()
                .orElseThrow();

        assertThat(text(status, "type")).isEqualTo("picklist");
        assertThat(text(status, "maxlength")).isEqualTo("40");
        assertThat(children(children(status, "options").get(0), "option").stream()
                        .map(Element::getTextContent))
                .containsExactly("Draft", "Active", "Canceled");
        assertThat(children(children(status, "contexts").get(0), "context").stream()
                        .map(Element::getTextContent))
                .containsExactly("soap", "export");
    }

    @Test
    void aRelationshipNamesItsTypeInTheAddress() throws Exception {
        Element related = children(
                        children(xml("/v1/describe/Account"), "related-objects").get(0), "object")
                .get(0);

        assertThat(text(related, "name")).isEqualTo("BillToContact");
        assertThat(related.getAttribute("href")).endsWith("/v1/describe/Contact");
        assertThat(text(related, "path")).isEqualTo("Account.BillToContact");
        assertThat(text(related, "cardinality")).isEqualTo("TO_ONE");
    }

    @Test
    void everythingThatDescribeOffersForExportCanBeQueried() throws Exception {
        for (Element listed : children(xml("/v1/describe"), "object")) {
            String object = text(listed, "name");
            List<String> columns = exported(object);
            if (columns.isEmpty()) {
                continue;
            }
            JsonNode submitted = client.submit(
                            false, "select " + String.join(", ", columns) + " from " + object + " limit 3")
                    .json();
            assertThat(submitted.path("message").asText()).as(object).isEmpty();
            JsonNode job = client.finished(submitted.path("id").asText());
            String file = job.path("batches").path(0).path("fileId").asText();
            assertThat(StrictCsv.parse(client.get("/v1/files/" + file).body()))
                    .as(object)
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(columns));
        }
    }

    private List<String> exported(String object) throws Exception {
        List<String> columns = new ArrayList<>();
        Element described = xml("/v1/describe/" + object);
        for (Element field : children(children(described, "fields").get(0), "field")) {
            boolean export = children(children(field, "contexts").get(0), "context").stream()
                    .anyMatch(context -> context.getTextContent().equals("export"));
            if (export) {
                columns.add(text(field, "name"));
            }
        }
        for (Element related : children(children(described, "related-objects").get(0), "object")) {
            if (!text(related, "name").equals("SubscriptionStatusHistory")) {
                columns.add(text(related, "name") + ".Id");
            }
        }
        return columns;
    }

    @Test
    void anObjectThatIsNotThereIsNotFound() {
        assertThat(client.get("/v1/describe/Nothing").status()).isEqualTo(404);
        assertThat(client.get("/v1/describe/Nothing").reason() % 100).isEqualTo(40);
    }

    @Test
    void controlTellsTruthAndLogAndPlantsRows() {
        ZuoraClient.Answer planted = client.post(
                "/__sandbox/zuora/rows/Product",
                "{\"insert\":[{\"Name\":\"By control\",\"AllowFeatureChanges\":true}]}");
        String id = planted.json().path("ids").path(0).asText();
        client.post("/__sandbox/zuora/rows/Product", "{\"update\":[{\"Id\":\"" + id + "\",\"Name\":null}]}");
        assertThat(client.get("/__sandbox/zuora/truth/Product").body())
                .contains("{\"Id\":\"" + id + "\"")
                .doesNotContain("By control");
        client.post("/__sandbox/zuora/rows/Product", "{\"delete\":[\"" + id + "\"]}");
        assertThat(sandbox.zuora().truth("Product").stream()
                        .filter(row -> id.equals(row.get("Id")))
                        .map(row -> row.get("Deleted")))
                .containsExactly(true);
        String back = sandbox.zuora().insert("Product", Map.of("Id", id, "Name", "Again"));
        assertThat(client.rows("select Name from Product where Id = '" + back + "'")
                        .get(1))
                .containsExactly("false", "Again");
        assertThat(client.get("/__sandbox/zuora/log")
                        .json()
                        .path("requests_total")
                        .asInt())
                .isPositive();
        assertThat(client.post("/__sandbox/zuora/rows/Product", "{\"insert\":[{\"Nothing\":1}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void controlChangesTheZoneAndWhatTheTenantHas() {
        String settings = "/__sandbox/zuora/settings";
        assertThat(client.post(settings, "{\"zone\":\"Asia/Tokyo\",\"enable\":\"CreditMemo\"}")
                        .body())
                .isEqualTo("{\"zone\":\"Asia/Tokyo\"}");
        assertThat(client.get("/v1/describe/CreditMemo").status()).isEqualTo(200);
        String id = client.post(
                        "/v1/object/export", "{\"Format\":\"csv\",\"Query\":\"select CreatedDate from Contact\"}")
                .json()
                .path("Id")
                .asText();
        client.get("/v1/object/export/" + id);
        String file =
                client.get("/v1/object/export/" + id).json().path("FileId").asText();
        assertThat(client.get("/v1/files/" + file).body()).contains("+09:00");
        client.post(settings, "{\"zone\":\"America/New_York\"}");
        assertThat(client.post(settings, "{\"zone\":\"Nowhere\"}").status()).isEqualTo(400);
    }

    @Test
    void homeCurrenciesAreRefused() {
        assertThat(client.get("/v1/describe/Invoice?showCurrencyConversionInformation=yes")
                        .status())
                .isEqualTo(400);
        assertThat(client.get("/v1/describe/Invoice?showRelationships=true").status())
                .isEqualTo(200);
    }
}
