package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lead database's own view of lists and campaigns, older than the asset API's (section 7 of the vendor notes). */
final class ListsEndpoint {
    private static final int ODD_EVERY = 17;

    private final Instance instance;
    private final Pages pages;

    ListsEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.pages = new Pages(faults);
    }

    Reply lists(Request request) {
        return pages.of(request, chosen(request, AssetKind.STATIC_LIST), ListsEndpoint::list);
    }

    Reply campaigns(Request request) {
        return pages.of(request, chosen(request, AssetKind.SMART_CAMPAIGN), this::campaign);
    }

    Reply list(Request request) {
        return pages.of(request, one(request, AssetKind.STATIC_LIST, "List not found"), ListsEndpoint::list);
    }

    Reply campaign(Request request) {
        return pages.of(request, one(request, AssetKind.SMART_CAMPAIGN, "Campaign not found"), this::campaign);
    }

    private List<Asset> one(Request request, AssetKind kind, String otherwise) {
        return List.of(
                instance.assets().find(kind, request.id()).orElseThrow(() -> new MarketoException("1013", otherwise)));
    }

    private List<Asset> chosen(Request request, AssetKind kind) {
        List<Long> ids = request.numbers("id");
        List<String> names = request.list("name");
        return instance.assets().all(kind).stream()
                .filter(asset -> ids.isEmpty() || ids.contains(asset.id()))
                .filter(asset -> names.isEmpty() || names.contains(asset.name()))
                .toList();
    }

    private static Map<String, @Nullable Object> list(Asset list) {
        Map<String, @Nullable Object> shown = start(list);
        shown.put("programName", list.values().get("programName"));
        shown.put("workspaceId", 1);
        shown.put("workspaceName", "Default");
        return shown;
    }

    /** Some of the oldest campaigns were, as recorded instances show, updated before they were created. */
    private Map<String, @Nullable Object> campaign(Asset campaign) {
        Map<String, @Nullable Object> shown = start(campaign);
        if (campaign.id() % ODD_EVERY == 0) {
            shown.put("updatedAt", campaign.createdAt().minusSeconds(1));
        }
        Object program = campaign.values().get("parentProgramId");
        shown.put("type", campaign.values().get("type"));
        shown.put("programId", program);
        instance.assets()
                .find(AssetKind.PROGRAM, program instanceof Long id ? id : 0)
                .ifPresent(parent -> shown.put("programName", parent.name()));
        shown.put("workspaceName", "Default");
        shown.put("active", campaign.values().get("isActive"));
        return shown;
    }

    private static Map<String, @Nullable Object> start(Asset asset) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", asset.id());
        shown.put("name", asset.name());
        shown.put("description", asset.values().get("description"));
        shown.put("createdAt", asset.createdAt());
        shown.put("updatedAt", asset.updatedAt());
        return shown;
    }
}
