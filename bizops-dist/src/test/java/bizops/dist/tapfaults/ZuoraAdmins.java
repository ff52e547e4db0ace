package bizops.dist.tapfaults;

import bizops.sandbox.ZuoraSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Custom fields of Zuora's objects that come, go, and come back with values of another type. None of it stamps a row. */
final class ZuoraAdmins implements Admins {
    private static final int LEAST = 2;
    private static final int MOST = 6;
    private static final int FILLED = 3;
    private static final List<String> OBJECTS = List.of("Account", "Invoice", "RatePlanCharge", "Subscription");
    private static final List<String> TYPES =
            List.of("text(255)", "picklist values Gold;Silver", "decimal", "integer", "boolean", "date");

    private final ZuoraSandbox zuora;
    private final Random random;
    private final List<CustomField> fields = new ArrayList<>();
    private int changes;

    ZuoraAdmins(ZuoraSandbox zuora, Random random) {
        this.zuora = zuora;
        this.random = random;
    }

    @Override
    public boolean change() {
        changes++;
        int choice = fields.size() < LEAST ? MOST : random.nextInt(fields.size() < MOST ? 3 : 2);
        switch (choice) {
            case 0 -> remove();
            case 1 -> {
                CustomField gone = remove();
                make(gone.object(), gone.name());
            }
            default -> make(OBJECTS.get(random.nextInt(OBJECTS.size())), "Field" + changes + "__c");
        }
        return choice > 0;
    }

    @Override
    public int changes() {
        return changes;
    }

    private CustomField remove() {
        CustomField field = fields.remove(random.nextInt(fields.size()));
        zuora.removeField(field.object(), field.name());
        return field;
    }

    private void make(String object, String name) {
        CustomField field = new CustomField(object, name, TYPES.get(random.nextInt(TYPES.size())));
        zuora.addField(object, name, field.definition());
        fields.add(field);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(zuora.truth(object));
        rows.removeIf(row -> Boolean.TRUE.equals(row.get("Deleted")));
        for (int filled = 0; filled < FILLED && !rows.isEmpty(); filled++) {
            String id = String.valueOf(rows.remove(random.nextInt(rows.size())).get("Id"));
            zuora.update(object, id, Map.of(name, field.value(changes + filled)));
        }
    }
}
