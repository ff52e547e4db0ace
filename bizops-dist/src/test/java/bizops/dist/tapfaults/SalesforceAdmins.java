package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Fields of Salesforce's objects that come, go, get another name and a longer type, and field-level security that is taken
 * and given back. None of it stamps a row.
 */
final class SalesforceAdmins implements Admins {
    private static final int LEAST = 2;
    private static final int MOST = 8;
    private static final int FILLED = 4;
    private static final List<String> OBJECTS = List.of("Account", "Campaign", "Contact", "Lead", "Opportunity");
    private static final List<String> TYPES =
            List.of("picklist values Gold;Silver", "string(80)", "double(18,2)", "date", "boolean", "textarea(32000)");
    /** Texts that can become longer ones. */
    private static final List<String> SHORT = List.of("picklist", "string");

    private static final String LONG = "textarea(32000)";
    /** Fields of the vendor that users write all the time, or hardly. */
    private static final List<CustomField> STANDARD = List.of(
            new CustomField("Lead", "Title", "string(128)"),
            new CustomField("Opportunity", "Description", LONG),
            new CustomField("Contact", "Phone", "phone"));

    private final Sandbox sandbox;
    private final Random random;
    private final List<CustomField> custom = new ArrayList<>();
    private final List<CustomField> hidden = new ArrayList<>();
    private int changes;

    SalesforceAdmins(Sandbox sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    @Override
    public boolean change() {
        changes++;
        if (custom.size() < LEAST) {
            return add();
        }
        return switch (random.nextInt(custom.size() < MOST ? 8 : 7)) {
            case 0 -> remove();
            case 1 -> again();
            case 2 -> rename();
            case 3, 4 -> lengthen();
            case 5 -> hide();
            case 6 -> hidden.isEmpty() ? hide() : show();
            default -> add();
        };
    }

    @Override
    public int changes() {
        return changes;
    }

    private boolean add() {
        return make(any(OBJECTS), "Field_" + changes + "__c", any(TYPES));
    }

    private boolean make(String object, String name, String definition) {
        CustomField made = new CustomField(object, name, definition);
        sandbox.fields().add(object, name, definition);
        custom.add(made);
        fill(made);
        return true;
    }

    private boolean remove() {
        CustomField field = take(custom);
        sandbox.fields().remove(field.object(), field.name());
        return false;
    }

    /** A name that was there before comes back, most often with values of another type. */
    private boolean again() {
        CustomField field = take(custom);
        sandbox.fields().remove(field.object(), field.name());
        return make(field.object(), field.name(), any(TYPES));
    }

    private boolean rename() {
        CustomField field = take(custom);
        CustomField renamed = new CustomField(field.object(), "Renamed_" + changes + "__c", field.definition());
        sandbox.fields().rename(field.object(), field.name(), renamed.name());
        custom.add(renamed);
        fill(renamed);
        return true;
    }

    private boolean lengthen() {
        List<CustomField> texts =
                custom.stream().filter(field -> SHORT.contains(field.type())).toList();
        if (texts.isEmpty()) {
            return make(any(OBJECTS), "Field_" + changes + "__c", TYPES.get(0));
        }
        CustomField field = any(texts);
        CustomField longer = new CustomField(field.object(), field.name(), LONG);
        sandbox.fields().retype(field.object(), field.name(), LONG);
        custom.set(custom.indexOf(field), longer);
        fill(longer);
        return true;
    }

    private boolean hide() {
        List<CustomField> seen = new ArrayList<>(STANDARD);
        seen.addAll(custom);
        seen.removeAll(hidden);
        CustomField field = any(seen);
        custom.remove(field);
        hidden.add(field);
        sandbox.fields().hide(field.object(), field.name());
        fill(field);
        return false;
    }

    private boolean show() {
        CustomField field = take(hidden);
        sandbox.fields().show(field.object(), field.name());
        if (!STANDARD.contains(field)) {
            custom.add(field);
        }
        return true;
    }

    /** Whoever may still write it does so in some rows. */
    private void fill(CustomField field) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(sandbox.truth(field.object()));
        rows.removeIf(row -> row.get("_gone_at") != null || Boolean.TRUE.equals(row.get("IsDeleted")));
        for (int filled = 0; filled < FILLED && !rows.isEmpty(); filled++) {
            String id = String.valueOf(take(rows).get("Id"));
            sandbox.update(field.object(), id, Map.of(field.name(), field.value(changes + filled)));
        }
    }

    private <T> T take(List<T> from) {
        return from.remove(random.nextInt(from.size()));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
