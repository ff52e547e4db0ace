package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import java.util.Map;

/** The score of a person, which grows with what it does; passing 50 is an interesting moment. */
final class Scores {
    private static final long INTERESTING = 50;

    private final Instance instance;

    Scores(Instance instance) {
        this.instance = instance;
    }

    void add(Lead lead, long points, Program program) {
        long old = lead.values().get("leadScore") instanceof Long score ? score : 0;
        instance.activities()
                .add(Activity.of(ActivityTypes.CHANGE_SCORE, lead.id(), instance.now())
                        .campaign(program.winning().id())
                        .primary(instance.fields().get("leadScore").id(), "Lead Score")
                        .with(
                                "Change Value", "+" + points,
                                "New Value", old + points,
                                "Old Value", old,
                                "Reason",
                                        "Changed by Smart Campaign "
                                                + program.winning().name()));
        instance.quietly(lead, Map.of("leadScore", old + points));
        if (old < INTERESTING && old + points >= INTERESTING) {
            instance.activities()
                    .add(Activity.of(ActivityTypes.INTERESTING_MOMENT, lead.id(), instance.now())
                            .campaign(program.winning().id())
                            .primary(3, "Milestone")
                            .with(
                                    "Date",
                                    instance.now(),
                                    "Description",
                                    "Score above " + INTERESTING + ", \"hot\"",
                                    "Source",
                                    "Marketo Flow Action"));
        }
    }
}
