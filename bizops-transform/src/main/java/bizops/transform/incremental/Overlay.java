package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import org.jooq.DSLContext;
import org.jooq.Name;

/** Lets a relation stand aside as it is to be, without a copy of the published rows that stay. Immutable. */
record Overlay(DSLContext statements, Environment environment) {

    /** A view of the published table but for the rows that differ. */
    void lay(Change change) {
        statements
                .query(
                        "create view {0} as select {1} from {2} r where not exists (select 1 from {3} g where g.{4} = r.ctid)"
                                + " union all select {1} from {3} r where r.{4} is null",
                        name(
                                environment.next(change.relation().layer()),
                                change.relation().name()),
                        change.shape().under("r"),
                        change.live(),
                        change.rows(),
                        name(Change.GONE))
                .execute();
    }

    /**
     * A view of the published table, all of whose rows stay, and no row for those who ask for its changes.
     *
     * @param shape the table's columns
     */
    void same(Relation relation, Shape shape) {
        Name live = name(environment.live(relation.layer()), relation.name());
        statements
                .query(
                        "create view {0} as select {1} from {2} r",
                        name(environment.next(relation.layer()), relation.name()), shape.under("r"), live)
                .execute();
        statements
                .query(
                        "create table {0} as select null::tid as {1}, {2} from {3} r limit 0",
                        name(environment.change(relation.layer()), relation.name()),
                        name(Change.GONE),
                        shape.under("r"),
                        live)
                .execute();
        // So that the planner knows that there is none.
        statements
                .query(
                        "analyze {0} ({1})",
                        name(environment.change(relation.layer()), relation.name()), name(Change.GONE))
                .execute();
    }
}
