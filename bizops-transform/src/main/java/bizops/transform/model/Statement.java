package bizops.transform.model;

import bizops.singer.error.ConfigException;
import bizops.transform.schema.Layer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.TokenMgrException;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** A query over plainly named relations, into which an environment's schema names can be put. Immutable. */
public final class Statement {
    private final String text;
    private final List<Reference> references;
    private final Optional<SqlPlace> place;

    private Statement(String text, List<Reference> references, Optional<SqlPlace> place) {
        this.text = text;
        this.references = references;
        this.place = place;
    }

    /** One of the program's own, whose text is known to be a statement. */
    static Statement own(String text) {
        return new Statement(text, PlainReferences.in(text), Optional.empty());
    }

    /** Another text by the same author, from the header of the file. */
    Statement beside(String other) {
        return place.isPresent() ? parse(place.get(), other) : own(other);
    }

    /**
     * Parses a text of the user's own.
     *
     * @param place where its first line stands
     * @throws ConfigException naming file and line, when the parser does not know it
     */
    static Statement parse(SqlPlace place, String text) {
        try {
            return new Statement(text, References.in(text), Optional.of(place));
        } catch (JSQLParserException | TokenMgrException unknown) {
            throw new ConfigException(place.parserSays(String.valueOf(unknown.getMessage())));
        }
    }

    /** Where a text of the user's own stands; empty for one of the program. */
    public Optional<SqlPlace> place() {
        return place;
    }

    /**
     * File and line at which the server refused a query of the user's own; empty for one of the program.
     *
     * @param lineOf the line, from 1, of the query as sent
     */
    public Optional<String> failedAt(Function<Layer, String> schemas, Function<String, OptionalInt> lineOf) {
        return place.map(at -> {
            OptionalInt line = lineOf.apply(textIn(schemas));
            return line.isPresent() ? at.line(line.getAsInt()) : at.file();
        });
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

    /** Of what it reads the rows by which it differs. */
    public Set<Relation> changes() {
        return references.stream()
                .filter(Reference::isChange)
                .map(Reference::relation)
                .collect(Collectors.toSet());
    }

    /** The query with the schema of each layer put in at the places that the parser found. */
    public SQL in(Function<Layer, String> schemas) {
        return DSL.raw(textIn(schemas));
    }

    /** The same as text. */
    public String textIn(Function<Layer, String> schemas) {
        return textIn(relation -> schemas.apply(relation.layer()), schemas);
    }

    /**
     * The same where each relation may stand in a schema of its own.
     *
     * @param changes where the rows stand by which relations differ, that {@code core_change.lead} means
     */
    public String textIn(Function<Relation, String> schemas, Function<Layer, String> changes) {
        StringBuilder placed = new StringBuilder();
        int from = 0;
        for (Reference reference : references) {
            placed.append(text, from, reference.start());
            placed.append('"')
                    .append(
                            reference.isChange()
                                    ? changes.apply(reference.relation().layer())
                                    : schemas.apply(reference.relation()))
                    .append('"');
            from = reference.end();
        }
        return placed.append(text, from, text.length()).toString();
    }
}
