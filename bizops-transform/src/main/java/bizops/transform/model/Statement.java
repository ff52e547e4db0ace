package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.sf.jsqlparser.JSQLParserException;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** A query over plainly named relations, into which an environment's schema names can be put. Immutable. */
public final class Statement {
    private final String text;
    private final List<Reference> references;

    private Statement(String text, List<Reference> references) {
        this.text = text;
        this.references = references;
    }

    /** Parses the text of file {@code where}; one that cannot be parsed is a defect of that file. */
    static Statement parse(String where, String text) {
        try {
            return new Statement(text, References.in(text));
        } catch (JSQLParserException unknown) {
            throw new IllegalStateException(where + ": " + unknown.getMessage(), unknown);
        }
    }

    /** The query as its file has it. */
    public String text() {
        return text;
    }

    /** What it reads. */
    public Set<Relation> inputs() {
        Set<Relation> inputs = new TreeSet<>(Comparator.comparing(Relation::toString));
        references.forEach(reference -> inputs.add(reference.relation()));
        return inputs;
    }

    /** The query with the schema of each layer put in at the places that the parser found. */
    public SQL in(Function<Layer, String> schemas) {
        StringBuilder placed = new StringBuilder();
        int from = 0;
        for (Reference reference : references) {
            placed.append(text, from, reference.start());
            placed.append('"')
                    .append(schemas.apply(reference.relation().layer()))
                    .append('"');
            from = reference.end();
        }
        return DSL.raw(placed.append(text, from, text.length()).toString());
    }
}
