package bizops.transform.build;

import static org.jooq.impl.DSL.name;

import bizops.transform.connect.SqlFailure;
import bizops.transform.model.SqlFunction;
import bizops.transform.schema.Environment;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Makes the functions that stand on models, behind all models. Their bodies are parsed when they are made (a body in
 * quotes would keep the names of the schemas aside and fail once those are renamed).
 */
public final class ModelFunctions {
    private ModelFunctions() {}

    public static void create(DSLContext statements, Environment environment, List<SqlFunction> functions) {
        for (SqlFunction function : functions) {
            String schema = environment.next(function.returns().layer());
            Name place = name(schema, function.name());
            try {
                statements
                        .query(
                                "create function {0}({1}) returns setof {2} language sql stable parallel safe"
                                        + " begin atomic {3}; end",
                                place,
                                DSL.raw(function.arguments()),
                                name(schema, function.returns().name()),
                                function.body().in(environment::next))
                        .execute();
                statements
                        .query("comment on function {0} is {1}", place, DSL.inline(function.says()))
                        .execute();
            } catch (DataAccessException failure) {
                throw SqlFailure.of("function " + function.name(), failure);
            }
        }
    }
}
