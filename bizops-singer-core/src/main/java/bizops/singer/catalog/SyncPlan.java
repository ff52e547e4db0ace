package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays what the source has beside what the user selected, and says what a run reads. Stateless. */
public final class SyncPlan {
    private SyncPlan() {}

    /** The selected streams in the source's order; without a given catalog those that the tap selects by default. */
    public static List<StreamPlan> of(Catalog source, @Nullable Catalog given) {
        if (given != null) {
            checkUnknown(source, given);
        }
        List<StreamPlan> plans = new ArrayList<>();
        for (StreamEntry entry : source.streams()) {
            Optional<StreamEntry> users = given == null ? Optional.of(entry) : given.stream(entry.id());
            users.map(choices -> new StreamChoices(entry, choices))
                    .flatMap(choices -> given == null ? choices.byDefault() : choices.chosen())
                    .ifPresent(plans::add);
        }
        return plans;
    }

    /** All streams, whatever is selected; fields as the user selected them. */
    public static List<StreamPlan> ofAll(Catalog source, @Nullable Catalog given) {
        List<StreamPlan> plans = new ArrayList<>();
        for (StreamEntry entry : source.streams()) {
            StreamEntry users = given == null ? entry : given.stream(entry.id()).orElse(entry);
            plans.add(new StreamChoices(entry, users).forced());
        }
        return plans;
    }

    /** One that is not selected is no matter: a tap may describe the selected streams alone. */
    private static void checkUnknown(Catalog source, Catalog given) {
        for (StreamEntry entry : given.streams()) {
            boolean unknown = source.stream(entry.id()).isEmpty();
            if (unknown && new SelectionRules(entry, Set.of()).decide().isSelected()) {
                throw new ConfigException("catalog: stream \"" + entry.id()
                        + "\" is selected but the source has no such stream; run --discover, or deselect it");
            }
        }
    }
}
