package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import bizops.sandbox.marketo.wire.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /rest/asset/v1/…}: browsing by offset, and single assets (section 7 of the vendor notes). */
final class AssetsEndpoint {
    private static final String ROOT = "/rest/asset/v1/";
    private static final int USUAL = 20;
    private static final int MOST = 200;
    private static final Set<String> DATED = Set.of("programs", "smartCampaigns", "staticLists", "emails");

    private final Instance instance;
    private final Faults faults;

    AssetsEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.faults = faults;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        add(routes, AssetKind.PROGRAM, "program", "programs");
        add(routes, AssetKind.SMART_CAMPAIGN, "smartCampaign", "smartCampaigns");
        add(routes, AssetKind.STATIC_LIST, "staticList", "staticLists");
        add(routes, AssetKind.EMAIL, "email", "emails");
        add(routes, AssetKind.LANDING_PAGE, "landingPage", "landingPages");
        add(routes, AssetKind.FORM, "form", "forms");
        add(routes, AssetKind.CHANNEL, "channel", "channels");
        add(routes, AssetKind.TAG_TYPE, "tagType", "tagTypes");
        return routes;
    }

    private void add(List<Route> routes, AssetKind kind, String one, String many) {
        routes.add(Route.get(ROOT + many + ".json", many, request -> browse(kind, many, request)));
        routes.add(Route.get(ROOT + one + "/byName.json", many, request -> byName(kind, request)));
        routes.add(Route.get(ROOT + one + "/{}.json", many, request -> byId(kind, request)));
    }

    private Reply browse(AssetKind kind, String many, Request request) {
        int most = request.number("maxReturn", USUAL, Integer.MAX_VALUE);
        if (most < 1 || most > MOST) {
            throw new MarketoException("1003", "maxReturn must be between 1 and 200");
        }
        int offset = request.number("offset", 0, Integer.MAX_VALUE);
        if (offset > 0
                && faults.firing(
                                Set.of(MarketoFault.OFFSET_DRIFT),
                                request.call().path(),
                                many)
                        .isPresent()) {
            offset--;
        }
        Predicate<Asset> wanted = filter(many, request);
        return request.envelope()
                .assets(instance.assets().all(kind).stream()
                        .filter(wanted)
                        .skip(offset)
                        .limit(most)
                        .map(asset -> shown(kind, asset, false, false))
                        .toList());
    }

    private Predicate<Asset> filter(String many, Request request) {
        Instant earliest = bound("earliestUpdatedAt", request);
        Instant latest = bound("latestUpdatedAt", request);
        if ((earliest != null || latest != null) && !DATED.contains(many)) {
            throw new MarketoException("1003", many + " can not be filtered by updatedAt");
        }
        Predicate<Asset> wanted =
                asset -> within(asset.createdAt(), earliest, latest) || within(asset.updatedAt(), earliest, latest);
        String status = request.parameter("status").orElse(null);
        if (status != null) {
            wanted = wanted.and(asset -> status.equals(asset.values().get("status")));
        }
        String active = request.parameter("isActive").orElse(null);
        if (active != null) {
            wanted = wanted.and(
                    asset -> active.equals(String.valueOf(asset.values().get("isActive"))));
        }
        if (request.parameter("filterType")
                .filter(type -> type.equals("id") || type.equals("programId"))
                .isPresent()) {
            List<Long> ids = request.numbers("filterValues");
            wanted = wanted.and(asset -> ids.contains(asset.id()));
        }
        return wanted;
    }

    private static boolean within(Instant time, @Nullable Instant earliest, @Nullable Instant latest) {
        return (earliest == null || !time.isBefore(earliest)) && (latest == null || !time.isAfter(latest));
    }

    /** A full time with a zone. Fractions of a second, which the documents forbid, are known to be taken here. */
    private static @Nullable Instant bound(String name, Request request) {
        return request.time(name).orElse(null);
    }

    private Reply byId(AssetKind kind, Request request) {
        return single(kind, instance.assets().find(kind, request.id()).orElse(null), request, true, true);
    }

    private Reply byName(AssetKind kind, Request request) {
        Asset asset = instance.assets().named(kind, request.required("name")).orElse(null);
        return single(
                kind,
                asset,
                request,
                "true".equals(request.parameters().get("includeTags")),
                "true".equals(request.parameters().get("includeCosts")));
    }

    private static Reply single(AssetKind kind, @Nullable Asset asset, Request request, boolean tags, boolean costs) {
        return request.envelope().assets(asset == null ? List.of() : List.of(shown(kind, asset, tags, costs)));
    }

    private static Map<String, @Nullable Object> shown(AssetKind kind, Asset asset, boolean tags, boolean costs) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        if (kind != AssetKind.TAG_TYPE) {
            shown.put("id", asset.id());
            shown.put("name", asset.name());
            shown.put("createdAt", asset.createdAt());
            shown.put("updatedAt", asset.updatedAt());
        }
        shown.putAll(asset.values());
        asset.details().forEach((name, value) -> {
            if (name.equals("tags") ? tags : costs) {
                shown.put(name, value);
            }
        });
        return shown;
    }
}
