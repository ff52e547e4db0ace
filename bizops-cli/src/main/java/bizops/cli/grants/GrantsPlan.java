package bizops.cli.grants;

import bizops.cli.project.Duty;
import bizops.cli.project.GrantsSpec;
import bizops.cli.project.RoleSpec;
import bizops.cli.store.Store;
import bizops.singer.config.Problems;
import bizops.singer.error.LoadException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The statements between how things stand and how {@code bizops.yml} wants them. Stateless. */
public final class GrantsPlan {
    /** As bizops-transform locks what it publishes: no schema is swapped in while rights are given. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock_shared(hashtextextended('bizops publish ' || ?, 0))";

    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";
    private static final String LOCKED = "55P03";

    private GrantsPlan() {}

    /** The statements, in order; none if all stands. */
    public static List<String> of(Store store, GrantsSpec spec) {
        return store.ask(open -> of(open, spec));
    }

    /** Runs them, all or none, and returns them. */
    public static List<String> apply(Store store, GrantsSpec spec) {
        return store.ask(open -> {
            open.setAutoCommit(false);
            try {
                lock(open, spec);
                List<String> statements = of(open, spec);
                run(open, statements);
                open.commit();
                return statements;
            } finally {
                open.rollback();
                open.setAutoCommit(true);
            }
        });
    }

    private static List<String> of(Connection open, GrantsSpec spec) throws SQLException {
        Layout layout = new Layout(spec);
        Set<String> roles = new LinkedHashSet<>(List.of(spec.sharedLoader()));
        for (RoleSpec role : spec.roles().values()) {
            roles.add(role.name());
            roles.addAll(role.members());
        }
        Standing standing = new Catalogs(open).read(roles, layout.all());
        RoleStatements own = new RoleStatements(spec, standing);
        MemberStatements members = new MemberStatements(spec, standing, layout.exact());
        Problems problems = new Problems();
        own.refuse(problems);
        members.refuse(problems);
        problems.throwIfAny();
        List<String> statements = new ArrayList<>();
        own.add(statements::add);
        new OwnerStatements(layout, standing, spec.role(Duty.TRANSFORMER)).add(statements::add);
        new RightStatements(layout, standing).add(statements::add);
        members.add(statements::add);
        return List.copyOf(statements);
    }

    private static void lock(Connection open, GrantsSpec spec) throws SQLException {
        try (Statement patience = open.createStatement()) {
            patience.execute(PATIENCE);
        }
        try (PreparedStatement lock = open.prepareStatement(LOCK)) {
            lock.setString(1, (spec.schemaPrefix().isEmpty() ? "" : spec.schemaPrefix() + "_") + "marts");
            lock.execute();
        }
    }

    private static void run(Connection open, List<String> statements) {
        for (String sql : statements) {
            try (Statement statement = open.createStatement()) {
                statement.execute(sql);
            } catch (SQLException refused) {
                String said = String.valueOf(refused.getMessage()).replaceAll("\\s+", " ");
                String message = "grants: " + sql + ": " + said + "; nothing was changed";
                throw LOCKED.equals(refused.getSQLState())
                        ? LoadException.tryLater(message + ": run it again when no load or build runs", refused)
                        : LoadException.permanent(
                                message + ": run it as a superuser, or as the database's owner with CREATEROLE"
                                        + " (grants.warehouse)",
                                refused);
            }
        }
    }
}
