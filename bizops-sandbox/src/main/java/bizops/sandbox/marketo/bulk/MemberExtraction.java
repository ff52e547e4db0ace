package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.Member;
import bizops.sandbox.marketo.data.MemberFields;
import bizops.sandbox.marketo.wire.MarketoException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Members of one to ten programs, with fields of members and of persons. */
final class MemberExtraction {
    private static final Set<String> FILTERS =
            Set.of("programId", "programIds", "updatedAt", "statusNames", "isExhausted", "nurtureCadence");
    private static final int MOST_PROGRAMS = 10;

    private final Instance instance;

    MemberExtraction(Instance instance) {
        this.instance = instance;
    }

    ExportRequest check(ExportRequest request, boolean updatedAtAllowed) {
        List<String> unknown = new ArrayList<>(instance.fields().unknown(request.fields()));
        unknown.removeAll(MemberFields.names());
        Extraction.checkFields(request.fields(), unknown);
        JsonNode filter = request.filter();
        if (filter.has("updatedAt") && !updatedAtAllowed) {
            throw new MarketoException("1035", "Unsupported filter type for target subscription: updatedAt");
        }
        filter(filter);
        if (!filter.has("programIds")) {
            return request;
        }
        Set<String> fields = new LinkedHashSet<>(List.of("programId"));
        fields.addAll(request.fields());
        return request.withFields(List.copyOf(fields));
    }

    Extract rows(ExportRequest request) {
        Predicate<Member> wanted = filter(request.filter());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (long program : programs(request.filter())) {
            for (Member member : instance.memberships().of(program)) {
                if (wanted.test(member)) {
                    rows.add(row(member));
                }
            }
        }
        return new LeadExtract(request.fields(), rows);
    }

    private Map<String, Object> row(Member member) {
        Map<String, Object> row = new HashMap<>();
        Lead lead = instance.leads().find(member.leadId());
        if (lead != null) {
            row.putAll(lead.values());
            MemberFields.names().forEach(row::remove);
        }
        row.putAll(member.values());
        instance.assets()
                .find(AssetKind.PROGRAM, member.programId())
                .map(Asset::name)
                .ifPresent(name -> row.put("program", name));
        return row;
    }

    private Set<Long> programs(JsonNode filter) {
        Set<Long> programs = new LinkedHashSet<>();
        if (filter.has("programId")) {
            programs.add(filter.path("programId").asLong());
        }
        filter.path("programIds").forEach(id -> programs.add(id.asLong()));
        return programs;
    }

    private Predicate<Member> filter(JsonNode filter) {
        filter.fieldNames().forEachRemaining(name -> {
            if (!FILTERS.contains(name)) {
                throw new MarketoException("1003", "Invalid data: unknown filter " + name);
            }
        });
        Set<Long> programs = programs(filter);
        if (programs.isEmpty() || filter.has("programId") == filter.has("programIds")) {
            throw MarketoException.missing("programId");
        }
        if (programs.size() > MOST_PROGRAMS) {
            throw new MarketoException("1003", "Invalid data: more than 10 programIds");
        }
        for (long program : programs) {
            if (instance.assets().find(AssetKind.PROGRAM, program).isEmpty()) {
                throw new MarketoException("1003", "Invalid data: no program " + program);
            }
        }
        Predicate<Member> wanted = member -> true;
        if (filter.has("updatedAt")) {
            Window window = Window.read("updatedAt", filter.path("updatedAt"));
            wanted = wanted.and(member -> window.holds(member.updatedAt()));
        }
        if (filter.has("statusNames")) {
            Set<String> names = new HashSet<>();
            filter.path("statusNames").forEach(name -> names.add(name.asText()));
            wanted = wanted.and(
                    member -> names.contains(String.valueOf(member.values().get("statusName"))));
        }
        if (filter.has("isExhausted")) {
            boolean exhausted = filter.path("isExhausted").asBoolean();
            wanted = wanted.and(member -> Boolean.TRUE.equals(member.values().get("isExhausted")) == exhausted);
        }
        if (filter.has("nurtureCadence")) {
            String cadence = filter.path("nurtureCadence").asText();
            wanted = wanted.and(member -> cadence.equals(member.values().get("nurtureCadence")));
        }
        return wanted;
    }
}
