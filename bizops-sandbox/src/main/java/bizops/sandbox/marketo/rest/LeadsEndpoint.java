package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.Member;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Persons by filter, by number, of a list and of a program (section 5 of the vendor notes). */
final class LeadsEndpoint {
    private final Instance instance;
    private final LeadFilter filter;
    private final Pages pages;

    LeadsEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.filter = new LeadFilter(instance);
        this.pages = new Pages(faults);
    }

    Reply byFilter(Request request) {
        List<String> fields = filter.fields(request);
        return pages.of(request, filter.find(request), lead -> LeadFilter.shown(lead, fields));
    }

    Reply byId(Request request) {
        List<String> fields = filter.fields(request);
        Lead lead = instance.leads().find(request.id());
        if (lead == null || !lead.exists()) {
            throw new MarketoException("1004", "Lead not found");
        }
        return request.envelope().success(List.of(LeadFilter.shown(lead, fields)));
    }

    Reply ofList(Request request) {
        Asset list = instance.assets()
                .find(AssetKind.STATIC_LIST, request.id())
                .orElseThrow(() -> new MarketoException("1013", "List not found"));
        List<String> fields = filter.fields(request);
        Set<Long> members = instance.memberships().onList(list.id());
        List<Lead> leads = instance.leads().existing().stream()
                .filter(lead -> members.contains(lead.id()))
                .toList();
        return pages.of(request, leads, lead -> LeadFilter.shown(lead, fields));
    }

    Reply ofProgram(Request request) {
        List<String> fields = filter.fields(request);
        return pages.of(request, instance.memberships().of(request.id()), member -> {
            Lead lead = Objects.requireNonNull(instance.leads().find(member.leadId()));
            Map<String, @Nullable Object> shown = LeadFilter.shown(lead, fields);
            shown.put("membership", membership(member));
            return shown;
        });
    }

    private static Map<String, @Nullable Object> membership(Member member) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("progressionStatus", member.values().get("statusName"));
        shown.put("stream", member.values().get("trackName"));
        for (String field :
                List.of("acquiredBy", "isExhausted", "membershipDate", "nurtureCadence", "reachedSuccess")) {
            shown.put(field, member.values().get(field));
        }
        return shown;
    }
}
