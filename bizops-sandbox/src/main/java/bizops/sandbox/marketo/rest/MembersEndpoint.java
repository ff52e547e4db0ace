package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Member;
import bizops.sandbox.marketo.data.MemberFields;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /rest/v1/programs/…}: members by REST and their description (section 7 of the vendor notes). */
final class MembersEndpoint {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final List<String> USUAL =
            List.of("leadId", "programId", "acquiredBy", "membershipDate", "reachedSuccess");

    private final Instance instance;
    private final Pages pages;

    MembersEndpoint(Instance instance, Faults faults) {
        this.instance = instance;
        this.pages = new Pages(faults);
    }

    Reply describe(Request request) {
        List<Map<String, Object>> fields = MemberFields.names().stream()
                .map(name -> {
                    Map<String, Object> field = new LinkedHashMap<>();
                    field.put("name", name);
                    field.put("displayName", name);
                    field.put("dataType", MemberFields.type(name).text());
                    field.put("updateable", false);
                    field.put("crmManaged", false);
                    return field;
                })
                .toList();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", "API Program Membership");
        all.put("description", "API program membership");
        all.put("dedupeFields", List.of("leadId", "programId"));
        all.put(
                "searchableFields",
                List.of(List.of("leadId"), List.of("reachedSuccess"), List.of("statusName"), List.of("updatedAt")));
        all.put("fields", fields);
        return request.envelope().success(List.of(all));
    }

    Reply members(Request request) {
        if (instance.assets().find(AssetKind.PROGRAM, request.id()).isEmpty()) {
            throw new MarketoException("1013", "Program not found");
        }
        Predicate<Member> wanted = filter(request);
        Set<String> fields = new LinkedHashSet<>(USUAL);
        fields.addAll(request.list("fields"));
        for (String field : fields) {
            if (!MemberFields.names().contains(field)) {
                throw new MarketoException("1006", "Field '" + field + "' not found");
            }
        }
        List<Member> members =
                instance.memberships().of(request.id()).stream().filter(wanted).toList();
        return pages.of(request, members, member -> shown(member, members.indexOf(member), fields));
    }

    private static Map<String, @Nullable Object> shown(Member member, int number, Set<String> fields) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("seq", number);
        fields.forEach(field -> shown.put(field, member.values().get(field)));
        return shown;
    }

    private static Predicate<Member> filter(Request request) {
        String type = request.required("filterType");
        if (type.equals("updatedAt")) {
            Instant start = Request.instant(request.required("startAt"));
            Instant end = Request.instant(request.required("endAt"));
            if (Duration.between(start, end).compareTo(LONGEST) > 0) {
                throw new MarketoException("1003", "Invalid data: more than 7 days");
            }
            return member ->
                    !member.updatedAt().isBefore(start) && !member.updatedAt().isAfter(end);
        }
        if (!Set.of("statusName", "leadId", "reachedSuccess").contains(type)) {
            throw new MarketoException("1003", "Invalid filterType '" + type + "'");
        }
        request.required("filterValues");
        List<String> values = request.list("filterValues");
        return member -> values.contains(String.valueOf(member.values().get(type)));
    }
}
