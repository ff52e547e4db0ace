package bizops.singer.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Follows a redirect only within one host, so that no credential reaches another. Immutable. */
final class SameHostRedirects extends DefaultRedirectStrategy {
    @Override
    public boolean isRedirected(HttpRequest request, HttpResponse response, HttpContext context)
            throws ProtocolException {
        if (!super.isRedirected(request, response, context)) {
            return false;
        }
        try {
            URI from = request.getUri();
            URI to = getLocationURI(request, response, context);
            return from.getScheme().equalsIgnoreCase(to.getScheme())
                    && from.getAuthority().equalsIgnoreCase(to.getAuthority());
        } catch (URISyntaxException | HttpException unreadable) {
            return false;
        }
    }
}
