package bizops.singer.http;

import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Sends each request by the proxy that the environment names for its host. Immutable. */
final class ProxyRoutes extends DefaultRoutePlanner {
    private final Proxies proxies;

    ProxyRoutes(Proxies proxies) {
        super(null);
        this.proxies = proxies;
    }

    /** Names and passwords of the proxies that ask for them. */
    static BasicCredentialsProvider logins(Proxies proxies) {
        BasicCredentialsProvider logins = new BasicCredentialsProvider();
        for (Proxies.Proxy proxy : proxies.all()) {
            proxy.login()
                    .ifPresent(login -> logins.setCredentials(
                            new AuthScope(proxy.host(), proxy.port()),
                            new UsernamePasswordCredentials(login[0], login[1].toCharArray())));
        }
        return logins;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return proxies.of(target.getSchemeName(), target.getHostName())
                .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
                .orElse(null);
    }
}
