package bizops.singer.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One exchange over the wire, no more: nothing is retried, remembered or followed to another host. Thread-safe. */
final class Transport implements AutoCloseable {
    private final CloseableHttpClient client;
    private final Proxies proxies;
    private final long maxBodyBytes;

    Transport(ApiClientBuilder settings) {
        this.maxBodyBytes = settings.maxBodyBytes;
        Timeout timeout = Timeout.ofMilliseconds(settings.timeout.toMillis());
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(Trust.context(settings.caBundle)))
                .setMaxConnPerRoute(settings.connections)
                .setMaxConnTotal(settings.connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(Math.min(
                                settings.timeout.toMillis(),
                                Duration.ofSeconds(30).toMillis())))
                        .setSocketTimeout(timeout)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(5))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        this.proxies = new Proxies(settings.environment);
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setRoutePlanner(new ProxyRoutes(proxies))
                .setDefaultCredentialsProvider(ProxyRoutes.logins(proxies))
                .setRedirectStrategy(new SameHostRedirects())
                .setUserAgent(settings.userAgent)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** What is done with the answer while its connection is held. */
    interface Use<T> {
        T with(ApiResponse response) throws IOException;
    }

    <T> T exchange(ApiRequest request, @Nullable Token token, Use<T> use) throws IOException {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(header -> message.addHeader(header.getKey(), header.getValue()));
        if (token != null) {
            String authorization = token.authorization().reveal();
            String own = request.tokenHeader();
            if (own == null) {
                message.setHeader("Authorization", authorization);
            } else {
                message.setHeader(own, authorization.substring(authorization.indexOf(' ') + 1));
            }
        }
        byte[] body = request.body();
        if (body != null) {
            message.setEntity(new ByteArrayEntity(body, null));
        }
        WireLog.request(request);
        try {
            return send(request, message, use);
        } catch (ConnectException | UnknownHostException unreachable) {
            Optional<Proxies.Proxy> proxy = proxies.of(
                    String.valueOf(request.uri().getScheme()),
                    String.valueOf(request.uri().getHost()));
            throw proxy.isPresent() ? new DeadProxyException(proxy.get(), unreachable) : unreachable;
        }
    }

    private <T> T send(ApiRequest request, HttpUriRequestBase message, Use<T> use) throws IOException {
        return client.execute(message, answer -> {
            Map<String, List<String>> headers = headers(answer);
            try (InputStream content = content(answer)) {
                ApiResponse response = new ApiResponse(request, answer.getCode(), headers, content);
                WireLog.response(response, headers);
                T result = use.with(response);
                content.transferTo(OutputStream.nullOutputStream());
                return result;
            }
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private InputStream content(ClassicHttpResponse answer) throws IOException {
        InputStream content =
                answer.getEntity() == null ? null : answer.getEntity().getContent();
        return new CappedInputStream(content == null ? InputStream.nullInputStream() : content, maxBodyBytes);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                    .add(String.valueOf(header.getValue()));
        }
        return headers;
    }
}
