package bizops.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** A session of an API with an OAuth token. Any answer but 2xx is the end. */
final class Session {
    static final String DATA = "/services/data/v64.0/";

    private final CloseableHttpClient http;
    private final String url;
    private final String token;

    private Session(CloseableHttpClient http, String url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /** Reads an answer's body. */
    interface Reading<T> {
        T of(InputStream body, ClassicHttpResponse answer) throws IOException;
    }

    /** Logs in with client credentials at the vendor's path for tokens. */
    static Session open(CloseableHttpClient http, String url, String path, String clientId, String clientSecret)
            throws IOException {
        HttpPost login = new HttpPost(url + path);
        login.setEntity(new StringEntity(
                "grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                        + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8),
                ContentType.APPLICATION_FORM_URLENCODED));
        return new Session(
                http,
                url,
                new Session(http, url, "").send(login, (body, answer) -> Describe.text(body, "access_token")));
    }

    <T> T get(String path, Reading<T> reading) throws IOException {
        return send(new HttpGet(url + path), reading);
    }

    <T> T post(String path, String json, Reading<T> reading) throws IOException {
        HttpPost request = new HttpPost(url + path);
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        return send(request, reading);
    }

    private <T> T send(HttpUriRequestBase request, Reading<T> reading) throws IOException {
        request.setHeader("Authorization", "Bearer " + token);
        return http.execute(request, answer -> {
            if (answer.getCode() / 100 != 2) {
                throw new IOException(request.getPath() + " answered " + answer.getCode());
            }
            return reading.of(answer.getEntity().getContent(), answer);
        });
    }
}
