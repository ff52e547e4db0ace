package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A human of a prospect, known by one e-mail; may have several leads. */
final class Person {
    final Prospect prospect;
    final String first;
    final String last;
    final @Nullable String email;
    final String title;
    final List<Row> leads = new ArrayList<>();

    @Nullable
    Row contact;

    Person(World world, Prospect prospect) {
        this.prospect = prospect;
        first = world.words().first();
        last = world.words().last();
        title = world.words().title();
        email = world.chance().yes(0.01) ? null : world.words().email(first, last, prospect.domain);
    }
}
