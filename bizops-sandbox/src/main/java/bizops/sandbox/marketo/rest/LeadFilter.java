package bizops.sandbox.marketo.rest;

import bizops.sandbox.marketo.data.DataType;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.LeadField;
import bizops.sandbox.marketo.data.Wire;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What persons can be found by and how they are shown (section 5 of the vendor notes). */
final class LeadFilter {
    static final List<String> NAMES = List.of(
            "id",
            "email",
            "sfdcAccountId",
            "sfdcContactId",
            "sfdcLeadId",
            "sfdcLeadOwnerId",
            "sfdcOpptyId",
            "leadPartitionId");

    private static final List<String> USUAL = List.of("id", "email", "updatedAt", "createdAt", "firstName", "lastName");
    private static final Set<DataType> CUSTOM = Set.of(DataType.STRING, DataType.EMAIL, DataType.INTEGER);
    private static final int MOST_VALUES = 300;
    private static final int MOST_FOUND = 1000;

    private final Instance instance;

    LeadFilter(Instance instance) {
        this.instance = instance;
    }

    /** The persons with one of these values in a field. */
    List<Lead> find(Request request) {
        String name = request.required("filterType");
        request.required("filterValues");
        Set<String> values = new HashSet<>(request.list("filterValues"));
        boolean custom = instance.fields()
                .find(name)
                .filter(field -> field.custom() && CUSTOM.contains(field.type()))
                .isPresent();
        if (!NAMES.contains(name) && !custom) {
            throw new MarketoException("1003", "Invalid filterType '" + name + "'");
        }
        if (values.size() > MOST_VALUES) {
            throw new MarketoException("1003", "Invalid data: more than 300 filterValues");
        }
        List<Lead> found = instance.leads().existing().stream()
                .filter(lead -> {
                    Object value = lead.values().get(name);
                    return value != null && values.contains(Wire.text(value));
                })
                .toList();
        if (found.size() > MOST_FOUND) {
            throw new MarketoException("1003", "Too many results match the filter");
        }
        return found;
    }

    /** The fields that a request wants; 1006 for one that there is not. */
    List<String> fields(Request request) {
        List<String> fields = request.list("fields");
        for (String unknown : instance.fields().unknown(fields)) {
            throw new MarketoException("1006", "Field '" + unknown + "' not found");
        }
        List<String> all = new ArrayList<>(fields.isEmpty() ? USUAL : fields);
        if (!all.contains("id")) {
            all.add(0, "id");
        }
        return all;
    }

    static Map<String, @Nullable Object> shown(Lead lead, List<String> fields) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        fields.forEach(field -> shown.put(field, lead.values().get(field)));
        return shown;
    }

    /** The field with this number, null if there is none. */
    static @Nullable LeadField byId(Instance instance, @Nullable Long id) {
        return instance.fields().all().stream()
                .filter(field -> id != null && field.id() == id)
                .findFirst()
                .orElse(null);
    }
}
