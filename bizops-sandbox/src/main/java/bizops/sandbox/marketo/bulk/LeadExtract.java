package bizops.sandbox.marketo.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Versions of persons or of members with their person: maps of values by name. */
record LeadExtract(List<String> fields, List<Map<String, Object>> versions) implements Extract {
    @Override
    public int size() {
        return versions.size();
    }

    @Override
    public List<@Nullable Object> row(int number) {
        Map<String, Object> values = versions.get(number);
        List<@Nullable Object> row = new ArrayList<>(fields.size());
        fields.forEach(field -> row.add(values.get(field)));
        return row;
    }
}
