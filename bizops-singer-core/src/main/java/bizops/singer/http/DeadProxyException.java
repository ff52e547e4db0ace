package bizops.singer.http;

import java.io.IOException;

/** Nobody answers at the proxy that the environment names for a host. */
final class DeadProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    DeadProxyException(Proxies.Proxy proxy, IOException cause) {
        super(
                "the proxy " + proxy.host() + ":" + proxy.port() + " of the variable " + proxy.variable()
                        + " cannot be reached (" + cause.getMessage() + "); correct or unset it, or name the host in"
                        + " NO_PROXY",
                cause);
    }
}
