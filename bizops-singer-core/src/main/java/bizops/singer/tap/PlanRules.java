package bizops.singer.tap;

import bizops.singer.catalog.StreamPlan;
import bizops.singer.config.Problems;
import bizops.singer.rules.ColumnRules;
import bizops.singer.rules.StreamDeclaration;
import bizops.singer.rules.StreamRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column rules of the planned streams, all held against the catalog before anything is read. Immutable. */
final class PlanRules {
    private final Map<String, StreamRules> byId = new HashMap<>();

    /** @throws bizops.singer.error.ConfigException with every rule that cannot stand or has no field */
    PlanRules(ColumnRules rules, List<StreamPlan> plans) {
        Problems problems = new Problems();
        for (StreamPlan plan : plans) {
            StreamDeclaration declared = new StreamDeclaration(
                    plan.schema(), plan.key(), plan.replicationKey().stream().toList());
            byId.put(plan.id(), rules.stream(plan.name(), declared, problems::add));
        }
        rules.unused(byId.values())
                .forEach(rule -> problems.add(rule + ": no selected stream has such a field; correct stream or column,"
                        + " select the field, or take the rule out"));
        problems.throwIfAny();
    }

    StreamRules of(StreamPlan plan) {
        StreamRules rules = byId.get(plan.id());
        if (rules == null) {
            throw new IllegalArgumentException("stream \"" + plan.id() + "\" is not planned");
        }
        return rules;
    }
}
