package bizops.transform.publish;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.LoadException;
import bizops.transform.connect.SqlFailure;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.exception.DataAccessException;

/** Lets a role read what is published, now and after every later build. Owned by one thread. */
public final class ReaderGrants {
    private static final String OWNER = "select pg_get_userbyid(nspowner)::text from pg_namespace where nspname = ?";

    private final DSLContext statements;
    private final Environment environment;

    public ReaderGrants(DSLContext statements, Environment environment) {
        this.statements = statements;
        this.environment = environment;
    }

    /**
     * Grants core and marts to {@code role}; staging holds what the vendors gave, and stays closed.
     *
     * @return the schemas
     */
    public List<String> grant(String role) {
        new Published(statements, environment).require();
        if (!statements.fetchExists(selectOne()
                .from(table(name("pg_catalog", "pg_roles")))
                .where(field(name("rolname")).cast(String.class).eq(role)))) {
            throw LoadException.permanent(
                    "there is no role \"" + role
                            + "\": make it with create role, with the rights to log in that it needs",
                    null);
        }
        List<String> schemas = List.of(environment.live(Layer.CORE), environment.live(Layer.MARTS));
        schemas.forEach(this::refuseForeignOwner);
        try {
            statements.transaction(transaction -> {
                DSLContext inside = transaction.dsl();
                inside.select(function("pg_advisory_xact_lock_shared", Object.class, PublishLock.key(environment)))
                        .fetch();
                schemas.forEach(schema -> grant(inside, name(schema), name(role)));
            });
        } catch (DataAccessException failure) {
            throw SqlFailure.of("grants", failure);
        }
        return schemas;
    }

    private static void grant(DSLContext inside, Name schema, Name role) {
        inside.query("grant usage on schema {0} to {1}", schema, role).execute();
        inside.query("grant select on all tables in schema {0} to {1}", schema, role)
                .execute();
        inside.query("alter default privileges in schema {0} grant select on tables to {1}", schema, role)
                .execute();
    }

    /** Default privileges belong to the role that makes the tables, so that only that role can set them. */
    private void refuseForeignOwner(String schema) {
        String owner = String.valueOf(
                statements.resultQuery(OWNER, schema).fetchSingle().get(0));
        String own = String.valueOf(statements
                .resultQuery("select current_user::text")
                .fetchSingle()
                .get(0));
        if (!owner.equals(own)) {
            throw LoadException.permanent(
                    "schema \"" + schema + "\" belongs to \"" + owner
                            + "\", whose builds make its tables: run grants as" + " that role, not as \"" + own + "\"",
                    null);
        }
    }
}
