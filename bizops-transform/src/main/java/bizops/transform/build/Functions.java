package bizops.transform.build;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import bizops.transform.model.Folder;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Makes the functions that read raw texts, in the staging schema of the build. */
public final class Functions {
    private Functions() {}

    /** Runs {@code functions.sql} with that schema in front of the search path. */
    public static void create(DSLContext statements, String schema) {
        Map<String, String> files = Folder.read("functions", ".sql");
        statements.transaction(transaction -> {
            DSLContext inside = transaction.dsl();
            inside.select(function(
                            "set_config",
                            String.class,
                            inline("search_path"),
                            DSL.val(DSL.name(schema).toString()),
                            inline(true)))
                    .fetch();
            files.values().forEach(text -> inside.query("{0}", DSL.raw(text)).execute());
        });
    }
}
