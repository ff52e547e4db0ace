package bizops.singer.rules;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import bizops.singer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the setting's JSON and says everything that is wrong with it. Used once, by one thread. */
final class RuleReader {
    private static final Set<String> MEMBERS = Set.of("stream", "column", "rule", "when");
    private static final String KINDS =
            Stream.of(RuleKind.values()).map(RuleKind::word).collect(Collectors.joining(", "));

    private final Problems problems;

    RuleReader(Problems problems) {
        this.problems = problems;
    }

    /** The rules without those that have a problem. */
    List<ColumnRule> read(String json) {
        List<ColumnRule> rules = new ArrayList<>();
        if (!(parse(json) instanceof List<?> items)) {
            problems.add("'" + ColumnRules.SETTING + "' must be a list of rules, each an object with stream, column and"
                    + " rule");
            return rules;
        }
        for (int i = 0; i < items.size(); i++) {
            ColumnRule rule = rule(i + 1, items.get(i));
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable ColumnRule rule(int number, @Nullable Object item) {
        String place = "'" + ColumnRules.SETTING + "' rule " + number;
        if (!(item instanceof Map<?, ?> members)) {
            problems.add(place + " must be an object with stream, column and rule");
            return null;
        }
        boolean known = unknownMembers(place, members, MEMBERS);
        String stream = text(place, members, "stream");
        String column = text(place, members, "column");
        RuleKind kind = kind(place, members);
        boolean conditional = members.get("when") != null;
        Condition when = conditional ? new ConditionReader(place, problems).read(members.get("when")) : null;
        if (conditional && kind == RuleKind.DROP) {
            problems.add(place + ": drop takes the column away for all rows and cannot have a \"when\"; use null");
            return null;
        }
        if (!known || stream == null || column == null || kind == null || (conditional && when == null)) {
            return null;
        }
        return new ColumnRule(number, new Glob(stream), new Glob(column), kind, when);
    }

    private @Nullable RuleKind kind(String place, Map<?, ?> members) {
        String word = text(place, members, "rule");
        if (word == null) {
            return null;
        }
        RuleKind kind = RuleKind.named(word).orElse(null);
        if (kind == null) {
            problems.add(place + ": \"rule\" must be one of " + KINDS + ", got \"" + word + "\"");
        }
        return kind;
    }

    private @Nullable String text(String place, Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        if (name.equals("rule") && members.containsKey(name) && members.get(name) == null) {
            return RuleKind.NULL.word(); // a bare null for "null" says what is meant
        }
        problems.add(place + ": \"" + name + "\" must be a text");
        return null;
    }

    private boolean unknownMembers(String place, Map<?, ?> members, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        members.keySet().forEach(name -> unknown.add((String) name));
        unknown.removeAll(known);
        unknown.forEach(
                name -> problems.add(place + ": unknown member \"" + name + "\"" + Suggestion.hint(name, known)));
        return unknown.isEmpty();
    }

    private static @Nullable Object parse(String json) {
        try {
            return Json.parse(json);
        } catch (IOException checkedBefore) {
            throw new UncheckedIOException(checkedBefore);
        }
    }
}
