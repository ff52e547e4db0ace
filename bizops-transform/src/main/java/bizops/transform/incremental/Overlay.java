package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.schema.Environment;
import org.jooq.DSLContext;

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
                        Shape.of(statements, change.live()).under("r"),
                        change.live(),
                        change.rows(),
                        name(Change.GONE))
                .execute();
    }
}
