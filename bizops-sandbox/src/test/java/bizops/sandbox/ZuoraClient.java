package bizops.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
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
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A plain HTTP client of one sandbox's Zuora tenant, logged in. */
final class ZuoraClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;
    private String token = "";

    ZuoraClient(Sandbox sandbox) {
        this.sandbox = sandbox;
        login();
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The code of the first of REST's reasons, 0 if there is none. */
        int reason() {
            return json().path("reasons").path(0).path("code").asInt();
        }

        String gunzipped() {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void login() {
        token = token("grant_type=client_credentials&client_id="
                        + sandbox.zuora().clientId() + "&client_secret="
                        + encode(sandbox.zuora().clientSecret()))
                .json()
                .path("access_token")
                .asText();
    }

    Answer token(String form) {
        return send(request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path));
    }

    Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Answer delete(String path) {
        return send(request(path).header("Authorization", "Bearer " + token).DELETE());
    }

    Answer post(String path, String json) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Submits queries as a stateless job with deleted rows, in UTC, with API names. */
    Answer submit(String... queries) {
        return submit(true, queries);
    }

    Answer submit(boolean deleted, String... queries) {
        return submit("csv", deleted, queries);
    }

    Answer submitAs(String format, String... queries) {
        return submit(format, true, queries);
    }

    private Answer submit(String format, boolean deleted, String... queries) {
        var job = JSON.createObjectNode()
                .put("format", format)
                .put("version", "1.0")
                .put("name", "test")
                .put("encrypted", "none")
                .put("useQueryLabels", "true")
                .put("dateTimeUtc", "true");
        var list = job.putArray("queries");
        for (String query : queries) {
            var entry =
                    list.addObject().put("name", "q").put("type", "zoqlexport").put("query", query);
            if (deleted) {
                entry.putObject("deleted")
                        .put("column", "Deleted")
                        .put("format", "Boolean")
                        .put("forceExport", true);
            }
        }
        return post("/v1/batch-query/", job.toString());
    }

    Answer poll(String job) {
        return get("/v1/batch-query/jobs/" + job);
    }

    /** Polls until the job has ended. */
    JsonNode finished(String job) {
        JsonNode last = poll(job).json();
        while (List.of("submitted", "executing").contains(last.path("status").asText())) {
            last = poll(job).json();
        }
        return last;
    }

    /** The file of a query, header first. */
    List<List<String>> rows(String query) {
        return rows(true, query);
    }

    List<List<String>> rows(boolean deleted, String query) {
        Answer submitted = submit(deleted, query);
        JsonNode job = finished(submitted.json().path("id").asText());
        String file = job.path("batches").path(0).path("fileId").asText();
        if (file.isEmpty()) {
            throw new IllegalStateException(submitted.body() + job);
        }
        return StrictCsv.parse(get("/v1/files/" + file).body());
    }

    /** Why a query is refused when its job is submitted. */
    String refusal(String query) {
        JsonNode answer = submit(false, query).json();
        return answer.path("errorCode").asText() + " " + answer.path("message").asText();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
