package bizops.singer.rules;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.Secret;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code column_rules} and {@code column_rules_key}: what personal values become before a schema or row goes
 * any further. Of the rules for one field the first that is for the row decides. Immutable.
 */
public final class ColumnRules {
    static final String SETTING = "column_rules";
    static final String KEY = "column_rules_key";

    private final List<ColumnRule> rules;
    private final @Nullable Hash hash;

    private ColumnRules(List<ColumnRule> rules, @Nullable Hash hash) {
        this.rules = List.copyOf(rules);
        this.hash = hash;
    }

    public static ColumnRules none() {
        return new ColumnRules(List.of(), null);
    }

    /** Reads both settings, which the schema of the settings must have; whatever is wrong goes to the problems. */
    public static ColumnRules of(Config config, Problems problems) {
        Optional<String> json = config.json(SETTING);
        if (json.isEmpty()) {
            return none();
        }
        List<ColumnRule> rules = new RuleReader(problems).read(json.get());
        Optional<Secret> key = config.optionalSecret(KEY);
        boolean hashes = rules.stream().anyMatch(rule -> rule.kind() == RuleKind.HASH);
        if (hashes && key.isEmpty()) {
            problems.add("'" + KEY + "' is required by the rule hash: a secret text of at least " + Hash.SHORTEST_KEY
                    + " bytes, the same in every tap and target whose hashes must agree");
        } else if (hashes && !Hash.isLongEnough(key.get())) {
            problems.add("'" + KEY + "' is too short: hashes could be guessed; it must have at least "
                    + Hash.SHORTEST_KEY + " bytes");
        }
        return new ColumnRules(rules, hashes ? key.map(Hash::new).orElse(null) : null);
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * The rules as they stand for one stream.
     *
     * @param stream its name in messages
     * @param problem gets a line for each rule that cannot stand for this stream; if any comes, the result is of no use
     */
    public StreamRules stream(String stream, StreamDeclaration declared, Consumer<String> problem) {
        List<ColumnRule> own =
                rules.stream().filter(rule -> rule.stream().matches(stream)).toList();
        return new RuledSchema(stream, own, hash, declared, problem).laid();
    }

    /** As the other, for a schema that is a tree. */
    public StreamRules stream(String stream, ObjectNode schema, List<String> keys, Consumer<String> problem) {
        return stream(stream, new StreamDeclaration(JsonTrees.plain(schema), keys, List.of()), problem);
    }

    /** The rules for which none of the streams had a field, as a problem names each. */
    public List<String> unused(Collection<StreamRules> streams) {
        List<String> unused = new ArrayList<>();
        for (ColumnRule rule : rules) {
            boolean met = streams.stream()
                    .anyMatch(stream -> stream.uses(rule)
                            || (rule.stream().isExact() && rule.stream().matches(stream.stream())));
            if (!met) {
                unused.add(rule.toString());
            }
        }
        return unused;
    }
}
