package bizops.dist.tapfaults;

import bizops.sandbox.MarketoSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Custom fields of Marketo's leads that people add, rename, take away and make anew in another type. */
final class MarketoAdmins implements Admins {
    private static final int MOST = 4;
    private static final int FILLED = 5;

    private final MarketoSandbox marketo;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private int changes;

    MarketoAdmins(MarketoSandbox marketo, Random random) {
        this.marketo = marketo;
        this.random = random;
    }

    @Override
    public boolean change() {
        changes++;
        int choice = names.size() < 2 ? MOST : random.nextInt(names.size() < MOST ? 4 : 3);
        switch (choice) {
            case 0 -> remove();
            case 1 -> {
                // A new name is another field to everybody who reads it.
                remove();
                add();
            }
            case 2 -> retype();
            default -> add();
        }
        return choice > 0;
    }

    @Override
    public int changes() {
        return changes;
    }

    private void add() {
        String name = "customField" + changes;
        marketo.addField(name, "string");
        names.add(name);
        fill(name, "text " + changes);
    }

    private void remove() {
        marketo.removeField(names.remove(random.nextInt(names.size())));
    }

    /** The same name with numbers in it. */
    private void retype() {
        String name = names.get(random.nextInt(names.size()));
        marketo.removeField(name);
        marketo.addField(name, "integer");
        leads().forEach(lead -> marketo.updateLead(lead, Map.of(name, changes)));
    }

    private void fill(String name, Object value) {
        leads().stream().limit(FILLED).forEach(lead -> marketo.updateLead(lead, Map.of(name, value)));
    }

    private List<Long> leads() {
        return marketo.truth("leads").stream()
                .filter(row -> row.get("_gone_at") == null)
                .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                .toList();
    }
}
