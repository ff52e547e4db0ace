package bizops.singer.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one field and, if it is an object, to those inside it. Immutable.
 *
 * @param steps in the setting's order; the first that is for the row decides
 * @param members the rules inside; they count where no step decides
 */
record FieldRules(List<Step> steps, Map<String, FieldRules> members) {

    /**
     * Changes the fields of an object in place; objects inside are copied first.
     *
     * @param row the whole row as it came, for conditions
     */
    static void apply(Map<String, FieldRules> rules, Map<String, @Nullable Object> fields, Map<?, ?> row) {
        rules.forEach((name, rule) -> {
            if (fields.containsKey(name)) {
                rule.apply(name, fields, row);
            }
        });
    }

    private void apply(String name, Map<String, @Nullable Object> fields, Map<?, ?> row) {
        for (Step step : steps) {
            if (step.isFor(row)) {
                if (step.drops()) {
                    fields.remove(name);
                } else {
                    fields.put(name, step.apply(fields.get(name)));
                }
                return;
            }
        }
        if (!members.isEmpty() && fields.get(name) instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            object.forEach((key, value) -> copy.put((String) key, value));
            apply(members, copy, row);
            fields.put(name, copy);
        }
    }
}
