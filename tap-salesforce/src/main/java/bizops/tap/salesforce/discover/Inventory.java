package bizops.tap.salesforce.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the objects that can be streams. Owned by one thread. */
public final class Inventory {
    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    private final Describer describer;
    private final SkipRules rules = new SkipRules(SpecialObjects.load());

    public Inventory(Describer describer) {
        this.describer = describer;
    }

    /** Those objects, or all when none are named; described, by name; what is left out is counted by reason. */
    public List<ObjectDescription> objects(List<String> wanted) {
        Set<String> customSettings = new HashSet<>();
        List<String> names = new ArrayList<>(wanted);
        Map<String, Integer> skipped = new TreeMap<>();
        if (wanted.isEmpty()) {
            for (ObjectSummary object : describer.list()) {
                if (object.customSetting()) {
                    customSettings.add(object.name());
                }
                keep(object.name(), rules.reason(object), names, skipped);
            }
        }
        List<ObjectDescription> objects = new ArrayList<>();
        for (ObjectDescription object :
                describer.describe(names.stream().sorted().distinct().toList()).values()) {
            Optional<String> reason = rules.reason(object, customSettings);
            reason.ifPresent(why -> {
                skip(object.name(), why, skipped);
                if (!wanted.isEmpty()) {
                    LOG.warn("object {} was asked for by name and cannot be a stream: {}", object.name(), why);
                }
            });
            if (reason.isEmpty()) {
                objects.add(object);
            }
        }
        skipped.forEach((why, count) -> LOG.info("{} objects left out because {}", count, why));
        objects.sort(Comparator.comparing(ObjectDescription::name));
        return objects;
    }

    private static void keep(String name, Optional<String> reason, List<String> names, Map<String, Integer> skipped) {
        if (reason.isPresent()) {
            skip(name, reason.get(), skipped);
        } else {
            names.add(name);
        }
    }

    private static void skip(String name, String why, Map<String, Integer> skipped) {
        LOG.debug("object {} is left out because {}", name, why);
        skipped.merge(why, 1, Integer::sum);
    }
}
