package bizops.target.reshape;

import bizops.singer.error.InputException;
import bizops.singer.rules.ColumnRules;
import bizops.singer.rules.StreamRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The setting {@code column_rules}: what personal values become. Goes first, so that no other setting sees them. */
public final class ColumnRulesReshaping implements Reshaping {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnRulesReshaping.class);

    private final ColumnRules rules;
    private final Set<String> unused;

    public ColumnRulesReshaping(ColumnRules rules) {
        this.rules = rules;
        this.unused = new LinkedHashSet<>(rules.unused(List.of()));
    }

    @Override
    public Optional<StreamReshape> of(StreamSchema given, String where) {
        List<String> problems = new ArrayList<>();
        StreamRules own = rules.stream(given.stream(), given.schema(), given.keys(), problems::add);
        if (!problems.isEmpty()) {
            throw new InputException(where + ": " + String.join("; ", problems));
        }
        unused.retainAll(rules.unused(List.of(own)));
        return own.isEmpty() ? Optional.empty() : Optional.of(new Ruled(given, own));
    }

    @Override
    public void end() {
        unused.forEach(rule -> LOG.warn("{}: no stream with such a field came; correct stream or column", rule));
    }

    private record Ruled(StreamSchema given, StreamRules rules) implements StreamReshape {
        @Override
        public Optional<StreamSchema> schema() {
            return Optional.of(new StreamSchema(given.stream(), rules.schemaNode(), given.keys()));
        }

        @Override
        public ObjectNode record(ObjectNode record) {
            return rules.record(record);
        }
    }
}
