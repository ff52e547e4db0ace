package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Attributes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People whom Marketo alone knows: they subscribed by form; a few turn out to be somebody known or are deleted. */
final class Subscribers {
    /** Texts that readers of files stumble over. */
    private static final List<String> AWKWARD = List.of(
            "a carriage return\ronly",
            "line\u2028and paragraph\u2029separators",
            "tab\tand \"quotes\", commas; semicolons",
            "\r\n",
            "long " + "ünïcödé ".repeat(4_000));

    private static final double A_DAY = 1.3;

    private final World world;
    private final Instance instance;
    private final Programs programs;
    private final Journeys journeys;

    private Subscribers(World world, Instance instance, Programs programs, Journeys journeys) {
        this.world = world;
        this.instance = instance;
        this.programs = programs;
        this.journeys = journeys;
    }

    /** Lets subscribers come from now on. */
    static void arrive(World world, Instance instance, Programs programs, Journeys journeys) {
        Subscribers subscribers = new Subscribers(world, instance, programs, journeys);
        world.agenda().at(world.org().now(), subscribers::day);
    }

    private void day() {
        int number = world.chance().count(A_DAY * world.scale());
        for (int i = 0; i < number; i++) {
            world.later(0, this::subscribe);
        }
        world.agenda().at(world.org().now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS), this::day);
    }

    private void subscribe() {
        List<Program> open = programs.mailing();
        if (open.isEmpty()) {
            return;
        }
        FirstTouch touch = new FirstTouch(world.chance().of(open));
        String first = world.words().first();
        String last = world.words().last();
        Map<String, @Nullable Object> values = new HashMap<>(touch.values());
        values.put("firstName", first);
        values.put("lastName", last);
        values.put("email", world.words().email(first, last, "subscriber.example"));
        values.put(
                "productInterest",
                world.chance().yes(0.1)
                        ? world.chance().of(AWKWARD)
                        : world.words().text());
        values.put("leadPartitionId", "1");
        values.put("isLead", false);
        values.put("leadScore", 0L);
        Lead lead = instance.create(
                Persons.present(values),
                Attributes.of("Source Type", "Web form fillout", "Created Date", world.today()));
        journeys.begin(lead, touch);
        if (world.chance().yes(0.05)) {
            world.later(world.chance().between(1, 40), () -> move(lead));
        }
        if (world.chance().yes(0.06)) {
            world.later(world.chance().between(2, 60), () -> merge(lead));
        } else if (world.chance().yes(0.02)) {
            world.later(world.chance().between(2, 90), () -> forget(lead));
        }
    }

    /** Somebody sees that it is the same person as one whom sales knows. */
    private void merge(Lead lead) {
        List<Lead> known = instance.leads().existing().stream()
                .filter(other -> other.text("sfdcType") != null && !other.is("sfdcIsDeleted"))
                .toList();
        if (lead.exists() && !known.isEmpty()) {
            instance.merge(world.chance().of(known), lead, false);
        }
    }

    /** Somebody turns out to live in Europe. */
    private void move(Lead lead) {
        if (lead.exists()) {
            instance.move(lead, instance.partitions().get(1), "Changed by Smart Campaign Clean up.Partitions");
        }
    }

    private void forget(Lead lead) {
        if (lead.exists()) {
            instance.delete(lead, "Clean up.Right to be forgotten");
        }
    }
}
