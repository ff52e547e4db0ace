package bizops.sandbox.marketo.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that persons have, by REST name; a test may add and remove some. Owned by the org's lock. */
public final class LeadFields {
    private static final Pattern LINE =
            Pattern.compile("(\\d+) (\\w+) ([a-z]+)(?:\\((\\d+)\\))? \\| ([^|]+?)(?: \\| ([a-z ]+))?");

    private final Map<String, LeadField> fields = new LinkedHashMap<>();

    LeadFields() {
        Lines.of("lead.fields").forEach(line -> add(read(line)));
    }

    private static LeadField read(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("lead.fields: " + line);
        }
        List<String> flags =
                matcher.group(6) == null ? List.of() : List.of(matcher.group(6).split(" "));
        return new LeadField(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                matcher.group(5),
                DataType.valueOf(matcher.group(3).toUpperCase(Locale.ROOT)),
                matcher.group(4) == null ? null : Integer.valueOf(matcher.group(4)),
                flags.contains("readonly"),
                flags.contains("crm"),
                flags.contains("custom"));
    }

    /** All fields in the order of describe. */
    public Collection<LeadField> all() {
        return Collections.unmodifiableCollection(fields.values());
    }

    public Optional<LeadField> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The field of this name; the caller knows that it is there. */
    public LeadField get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("leads have no field " + name));
    }

    /** Adds a field, or replaces the one of that name. */
    public void add(LeadField field) {
        fields.put(field.name(), field);
    }

    /** Adds a custom field as an administrator does. */
    public void add(String name, DataType type) {
        int id = fields.values().stream().mapToInt(LeadField::id).max().orElse(0) + 1;
        add(new LeadField(id, name, name, type, type == DataType.STRING ? 255 : null, false, false, true));
    }

    public void remove(String name) {
        fields.remove(name);
    }

    /** The names of these that are no fields. */
    public List<String> unknown(Collection<String> names) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(fields.keySet());
        return unknown;
    }
}
