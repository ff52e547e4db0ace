package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Queries of some rows of a relation, which a condition over the alias {@code "the row"} names. Immutable. */
record InputRows(DSLContext statements, Environment environment, Deltas deltas) {

    /**
     * The rows as they are to be. Where it is known how they differ, they are asked of the published table, whose indexes
     * a view over it and its changes would hide.
     */
    QueryPart asTheyWillBe(Relation input, Condition condition) {
        Name live = deltas.live(input);
        if (deltas.change(input).isEmpty()) {
            Name next = name(environment.next(input.layer()), input.name());
            return DSL.sql("select \"the row\".* from {0} \"the row\" where {1}", next, condition);
        }
        return DSL.sql(
                "select {0} from {1} \"the row\" where {2} and not exists"
                        + " (select 1 from {3} g where g.{4} = \"the row\".ctid)"
                        + " union all select {0} from {3} \"the row\" where {2} and \"the row\".{4} is null",
                deltas.shape(statements, input).under("the row"),
                live,
                condition,
                name(environment.change(input.layer()), input.name()),
                name(Change.GONE));
    }

    /** The rows as they are published. */
    QueryPart asTheyWere(Relation input, Condition condition) {
        return DSL.sql("select \"the row\".* from {0} \"the row\" where {1}", deltas.live(input), condition);
    }
}
