package bizops.sandbox.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The one port. Jetty itself refuses more than 16 kB of address and headers, with 414 or 431 and the same HTML that
 * Salesforce sends.
 */
public final class WebServer implements AutoCloseable {
    private static final int HEADER_BYTES = 16_384;
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE);

    private final Javalin app;
    private final Delivery delivery;

    private WebServer(Map<String, VendorApi> vendors, VendorApi control, Supplier<Instant> clock) {
        this.delivery = new Delivery(clock);
        this.app = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.startupWatcherEnabled = false;
            config.http.disableCompression();
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(HEADER_BYTES);
                http.setSendDateHeader(false);
                http.setSendServerVersion(false);
            });
        });
        // Also where nobody answers at a path: a vendor has one clock.
        app.before(context -> delivery.stamp(context.res()));
        for (HandlerType method : METHODS) {
            vendors.forEach((paths, vendor) -> app.addHttpHandler(
                    method, paths, context -> delivery.write(vendor.answer(call(context)), context)));
            app.addHttpHandler(
                    method, "/__sandbox/*", context -> delivery.write(control.answer(call(context)), context));
        }
    }

    /**
     * Listens on the loopback address; port 0 takes any free one.
     *
     * @param vendors each API by its paths, such as {@code /services/*}
     */
    public static WebServer start(
            int port, Map<String, VendorApi> vendors, VendorApi control, Supplier<Instant> clock) {
        WebServer server = new WebServer(vendors, control, clock);
        server.app.start("127.0.0.1", port);
        return server;
    }

    public int port() {
        return app.port();
    }

    @Override
    public void close() {
        delivery.stop();
        app.stop();
    }

    private static Call call(Context context) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String query = context.queryString();
        return new Call(
                context.method().name(),
                context.req().getRequestURI(),
                query == null ? "" : query,
                query == null ? Map.of() : Forms.parse(query),
                headers,
                context.body(),
                "http://" + context.host());
    }
}
