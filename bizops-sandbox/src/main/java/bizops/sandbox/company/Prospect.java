package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A company out there that may buy; it has an account once somebody of it is converted. */
final class Prospect {
    static final List<String> INDUSTRIES = List.of(
            "Software", "Manufacturing", "Financial Services", "Healthcare", "Retail", "Energy", "Public Sector");

    final String name;
    final String domain;
    final String industry;
    final int employees;
    final List<String> place;
    final List<Row> contacts = new ArrayList<>();

    @Nullable
    Row account;

    Prospect(World world) {
        Chance chance = world.chance();
        name = world.words().company();
        domain = world.words().domain(name);
        industry = chance.of(INDUSTRIES);
        employees = (int) chance.skewed(420, 1.1) + 5;
        place = world.words().place();
    }

    /** What its deals are worth compared with others. */
    double weight() {
        return employees < 200 ? 0.6 : employees < 2000 ? 1 : 2.2;
    }
}
