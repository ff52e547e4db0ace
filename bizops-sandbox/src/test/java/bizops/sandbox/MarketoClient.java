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

/** A plain HTTP client of one sandbox's Marketo, with a token. */
final class MarketoClient {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;
    private final String clientId;
    private String token;

    MarketoClient(Sandbox sandbox) {
        this(sandbox, sandbox.marketo().clientId());
    }

    MarketoClient(Sandbox sandbox, String clientId) {
        this.sandbox = sandbox;
        this.clientId = clientId;
        this.token = login();
    }

    /** An answer. */
    record Answer(int status, String body, HttpResponse<byte[]> response) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        JsonNode result() {
            return json().path("result");
        }

        JsonNode first() {
            return result().path(0);
        }

        /** The code of the first error, empty if there is none. */
        String code() {
            return json().path("errors").path(0).path("code").asText();
        }

        String message() {
            return json().path("errors").path(0).path("message").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Takes a token for all further requests. */
    String login() {
        token = identity("grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                        + sandbox.marketo().clientSecret())
                .json()
                .path("access_token")
                .asText();
        return token;
    }

    Answer identity(String form) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.url() + "/identity/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = authorized(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answer post(String path, String json) {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer form(String path, String form) {
        return send(authorized(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Authorization", "Bearer " + token);
    }

    /** Creates a job; gives the answer. */
    Answer create(String kind, String json) {
        return post("/bulk/v1/" + kind + "/export/create.json", json);
    }

    Answer job(String kind, String id, String action) {
        String path = "/bulk/v1/" + kind + "/export/" + id + "/" + action + ".json";
        return action.equals("enqueue") || action.equals("cancel") ? post(path, "") : get(path);
    }

    /** Creates and enqueues a job, asks for its status until it is complete; gives its id. */
    String complete(String kind, String json) {
        String id = create(kind, json).first().path("exportId").asText();
        job(kind, id, "enqueue");
        job(kind, id, "status");
        job(kind, id, "status");
        return id;
    }

    /** The file of a job that is run to its end. */
    String extract(String kind, String json) {
        return job(kind, complete(kind, json), "file").body();
    }

    /** The items of all pages, until there are no more. */
    List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path).json();
        page.path("result").forEach(items::add);
        while (page.path("moreResult").asBoolean()) {
            page = get(path + (path.contains("?") ? "&" : "?") + "nextPageToken="
                            + encode(page.path("nextPageToken").asText()))
                    .json();
            page.path("result").forEach(items::add);
        }
        return items;
    }

    /** The same from a token on. */
    List<JsonNode> pages(String path, String token) {
        List<JsonNode> items = new ArrayList<>();
        String next = token;
        boolean more = true;
        while (more) {
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "nextPageToken=" + encode(next))
                    .json();
            page.path("result").forEach(items::add);
            next = page.path("nextPageToken").asText();
            more = page.path("moreResult").asBoolean();
        }
        return items;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
