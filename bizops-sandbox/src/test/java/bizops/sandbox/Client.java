package bizops.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A plain HTTP client of one sandbox, logged in. */
final class Client {
    static final String DATA = "/services/data/v64.0";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;
    private String token;

    Client(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.token = login();
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The error code of a REST error. */
        String code() {
            return json().path(0).path("errorCode").asText();
        }

        String message() {
            return json().path(0).path("message").asText();
        }
    }

    String login() {
        Answer answer = token("grant_type=client_credentials&client_id=" + sandbox.clientId() + "&client_secret="
                + sandbox.clientSecret());
        token = answer.json().path("access_token").asText();
        return token;
    }

    Answer token(String form) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answer post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer call(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    Answer query(String soql, String... headers) {
        return get(DATA + "/query?q=" + encode(soql), headers);
    }

    Answer queryAll(String soql) {
        return get(DATA + "/queryAll?q=" + encode(soql));
    }

    /** All records of a query, over all its pages. */
    List<JsonNode> records(String soql, String... headers) {
        List<JsonNode> records = new ArrayList<>();
        JsonNode page = query(soql, headers).json();
        page.path("records").forEach(records::add);
        while (!page.path("done").asBoolean()) {
            page = get(page.path("nextRecordsUrl").asText()).json();
            page.path("records").forEach(records::add);
        }
        return records;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
