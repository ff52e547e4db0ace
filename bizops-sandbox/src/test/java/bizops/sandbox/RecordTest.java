package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by their ids, one ("sObject Rows") or many ("sObject Collections"), and who asks ("Identity URLs"). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordTest {
    private static final String COLLECTION = Client.DATA + "/composite/sobjects/User";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.01));
    private final Client client = new Client(sandbox);
    private final List<String> ids = sandbox.truth("User").stream()
            .map(row -> String.valueOf(row.get("Id")))
            .limit(3)
            .toList();

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void readsOneRowWithTheFieldsThatAreAskedForAndItsId() {
        String row = Client.DATA + "/sobjects/User/" + ids.get(0);

        assertThat(names(client.get(row + "?fields=username,IsActive").json()))
                .containsExactly("attributes", "Username", "IsActive", "Id");
        assertThat(names(client.get(row).json())).contains("LastName", "SystemModstamp");
    }

    @Test
    void refusesAFieldThatTheObjectLacks() {
        Answer one = client.get(Client.DATA + "/sobjects/User/" + ids.get(0) + "?fields=Nope__c");

        assertThat(one.status()).isEqualTo(400);
        assertThat(one.code()).isEqualTo("INVALID_FIELD");
        assertThat(client.get(COLLECTION + "?fields=Nope__c&ids=" + ids.get(0)).message())
                .isEqualTo("No such column 'Nope__c' on sobject of type User");
    }

    @Test
    void readsRowsInTheOrderOfTheirIdsAndNullWhereThereIsNone() {
        List<String> asked = new ArrayList<>(ids);
        Collections.reverse(asked);
        asked.add(1, "005000000000000AAA");

        JsonNode got = client.get(COLLECTION + "?fields=Name&ids=" + String.join(",", asked))
                .json();

        assertThat(got).hasSize(4);
        assertThat(got.path(1).isNull()).isTrue();
        assertThat(got.path(0).path("Id").asText()).isEqualTo(ids.get(2));
        assertThat(got.path(3).path("Id").asText()).isEqualTo(ids.get(0));
        assertThat(got.path(3).path("Name").asText()).isNotEmpty();
        assertThat(client.post(COLLECTION, "{\"ids\":[\"" + String.join("\",\"", asked) + "\"],\"fields\":[\"Name\"]}")
                        .json())
                .isEqualTo(got);
    }

    @Test
    void readsNoMoreThanTwoThousandRowsAtOnceAndWritesNone() {
        String many = "\"005000000000000AAA\"," + "\"005000000000000AAA\",".repeat(1999) + "\"005000000000000AAA\"";

        assertThat(client.post(COLLECTION, "{\"ids\":[" + many + "],\"fields\":[\"Id\"]}")
                        .code())
                .isEqualTo("EXCEEDED_ID_LIMIT");
        assertThat(client.get(COLLECTION + "?fields=Id").status()).isEqualTo(400);
        assertThat(client.call("DELETE", COLLECTION, "").code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(client.get(Client.DATA + "/composite/sobjects/Nope?ids=x&fields=Id")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysOfAnObjectByItselfWhatTheListOfObjectsSays() {
        JsonNode basics = client.get(Client.DATA + "/sobjects/User").json();

        assertThat(basics.at("/objectDescribe/urls/rowTemplate").asText()).endsWith("/sobjects/User/{ID}");
        assertThat(basics.path("objectDescribe").has("fields")).isFalse();
        assertThat(basics.path("recentItems").isArray()).isTrue();
    }

    private String identity() {
        Answer token = client.token("grant_type=client_credentials&client_id=" + sandbox.clientId() + "&client_secret="
                + sandbox.clientSecret());
        return token.json().path("id").asText().substring(sandbox.url().length());
    }

    @Test
    void saysAtTheIdOfTheTokenWhoTheSessionBelongsTo() {
        JsonNode who = client.get(identity()).json();

        assertThat(who.path("username").asText()).isEqualTo(sandbox.username());
        assertThat(who.path("id").asText())
                .isEqualTo(sandbox.url() + identity())
                .contains(who.path("organization_id").asText())
                .endsWith(who.path("user_id").asText());
        assertThat(who.at("/urls/rest").asText()).isEqualTo(sandbox.url() + "/services/data/v{version}/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer 00Dwrong!token"})
    void saysNothingWithoutAnOpenSession(String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + identity()));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        Answer answer = client.send(request);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(authorization.isEmpty() ? "Missing_OAuth_Token" : "Bad_OAuth_Token");
    }
}
