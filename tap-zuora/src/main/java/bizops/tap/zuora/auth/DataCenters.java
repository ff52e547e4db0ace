package bizops.tap.zuora.auth;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Zuora's environments and their REST addresses (Zuora: "Data center access", Base URLs). Stateless. */
public final class DataCenters {
    private static final Map<String, String> HOSTS = new LinkedHashMap<>();
    /** Hosts of the user interface and of older APIs, and what answers REST for the same tenants. */
    private static final Map<String, String> OLDER_HOSTS = Map.of(
            "www.zuora.com", "rest.zuora.com",
            "api.zuora.com", "rest.zuora.com",
            "apisandbox.zuora.com", "rest.apisandbox.zuora.com",
            "apisandbox-api.zuora.com", "rest.apisandbox.zuora.com",
            "pt1.zuora.com", "rest.pt1.zuora.com",
            "na.zuora.com", "rest.na.zuora.com",
            "sandbox.na.zuora.com", "rest.sandbox.na.zuora.com",
            "test.zuora.com", "rest.test.zuora.com",
            "eu.zuora.com", "rest.eu.zuora.com",
            "sandbox.eu.zuora.com", "rest.sandbox.eu.zuora.com");

    static {
        HOSTS.put("us_cloud_2", "rest.zuora.com");
        HOSTS.put("us_cloud_2_api_sandbox", "rest.apisandbox.zuora.com");
        HOSTS.put("us_performance_test", "rest.pt1.zuora.com");
        HOSTS.put("us_cloud_1", "rest.na.zuora.com");
        HOSTS.put("us_cloud_1_api_sandbox", "rest.sandbox.na.zuora.com");
        HOSTS.put("us_central_sandbox", "rest.test.zuora.com");
        HOSTS.put("eu", "rest.eu.zuora.com");
        HOSTS.put("eu_api_sandbox", "rest.sandbox.eu.zuora.com");
        HOSTS.put("eu_central_sandbox", "rest.test.eu.zuora.com");
        HOSTS.put("apac", "rest.ap.zuora.com");
        HOSTS.put("apac_central_sandbox", "rest.test.ap.zuora.com");
    }

    private DataCenters() {}

    /** The names of the environments. */
    public static Set<String> names() {
        return HOSTS.keySet();
    }

    /** The address of an environment, in any case; empty if there is none of that name. */
    public static Optional<URI> named(String name) {
        return Optional.ofNullable(HOSTS.get(
                        name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_')))
                .map(DataCenters::https);
    }

    /** The REST host of a host that people know from their browser; others stay. */
    public static String restHost(String host) {
        return OLDER_HOSTS.getOrDefault(host.toLowerCase(Locale.ROOT), host);
    }

    /** Where a tenant can live by the two old flags. */
    public static List<URI> byFlags(boolean sandbox, boolean european) {
        List<String> names;
        if (european) {
            names = sandbox ? List.of("eu_api_sandbox", "eu_central_sandbox") : List.of("eu");
        } else {
            names = sandbox
                    ? List.of("us_cloud_2_api_sandbox", "us_cloud_1_api_sandbox", "us_central_sandbox")
                    : List.of("us_cloud_2", "us_cloud_1");
        }
        return names.stream().map(name -> named(name).orElseThrow()).toList();
    }

    private static URI https(String host) {
        return URI.create("https://" + host);
    }
}
