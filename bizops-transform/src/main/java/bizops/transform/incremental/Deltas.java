package bizops.transform.incremental;

import static org.jooq.impl.DSL.name;

import bizops.transform.audit.Fresh;
import bizops.transform.build.Schedule;
import bizops.transform.build.Schemas;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.model.Narrow;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** All that is known so far of how what is published differs from what an incremental build makes. Thread-safe. */
public final class Deltas implements Fresh {
    private final Environment environment;
    private final Map<Relation, Change> changes = new ConcurrentHashMap<>();
    private final Set<Relation> same = ConcurrentHashMap.newKeySet();
    private final Set<Relation> held = ConcurrentHashMap.newKeySet();
    private final Map<Relation, Long> rows;
    private final Map<Name, Shape> shapes = new ConcurrentHashMap<>();

    /** @param rows how many each published table has, as far as that is known */
    public Deltas(Environment environment, Map<Relation, Long> rows) {
        this.environment = environment;
        this.rows = rows;
    }

    /** Makes room for what will be found. */
    public void prepare(DSLContext statements) {
        new Schemas(statements, environment).prepareChange();
        for (Layer layer : Layer.values()) {
            shapes.putAll(Shape.all(statements, environment.live(layer)));
        }
    }

    /**
     * Compares tables that stand aside and are not compared yet, several at a time.
     *
     * @param keys columns that name a row and are never null, of those tables that have such
     */
    public void compare(Workers workers, Collection<Relation> tables, Map<Relation, List<String>> keys) {
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (Relation relation : tables) {
            if (changes.containsKey(relation) || same.contains(relation)) {
                continue;
            }
            tasks.add(workers.submit(connection -> {
                try {
                    add(new Differences(Database.statements(connection), environment, this)
                            .of(relation, keys.getOrDefault(relation, List.of())));
                } catch (DataAccessException failure) {
                    throw SqlFailure.of("differences of " + relation, failure);
                }
            }));
        }
        Schedule.await(tasks);
    }

    void add(Change change) {
        changes.put(change.relation(), change);
        if (change.isEmpty()) {
            same.add(change.relation());
        }
    }

    /** How a table differs from the published one; empty where that is not known, or it is a view. */
    Optional<Change> change(Relation relation) {
        return Optional.ofNullable(changes.get(relation));
    }

    /** How many rows the published table has. */
    long rows(DSLContext statements, Relation relation) {
        Long known = rows.get(relation);
        return known == null ? statements.fetchCount(DSL.table(live(relation))) : known;
    }

    /** Notes that a relation has the rows that it had; a view among them. */
    void same(Relation relation) {
        same.add(relation);
    }

    @Override
    public boolean isSame(Relation relation) {
        return same.contains(relation);
    }

    @Override
    public Optional<Table<?>> rows(Relation relation) {
        if (isSame(relation)) {
            Name next = name(environment.next(relation.layer()), relation.name());
            return Optional.of(
                    DSL.selectFrom(DSL.table(next)).where(DSL.falseCondition()).asTable("came"));
        }
        Change change = changes.get(relation);
        if (change == null) {
            return Optional.empty();
        }
        return Optional.of(DSL.selectFrom(DSL.table(change.rows()))
                .where(DSL.field(name(Change.GONE)).isNull())
                .asTable("came"));
    }

    @Override
    public boolean hasLost(DSLContext statements, Relation relation, List<String> columns) {
        Change change = changes.get(relation);
        if (change == null) {
            return !isSame(relation);
        }
        List<Field<?>> fields = columns.stream()
                .<Field<?>>map(column -> DSL.field(name(column)))
                .toList();
        Field<?> gone = DSL.field(name(Change.GONE));
        return change.gone() > 0
                && statements.fetchExists(statements
                        .select(fields)
                        .from(DSL.table(change.rows()))
                        .where(gone.isNotNull())
                        .except(statements
                                .select(fields)
                                .from(DSL.table(change.rows()))
                                .where(gone.isNull())));
    }

    /** The rows that came or are gone of a relation of which a part alone was made; empty for others. */
    public Optional<Name> changedInPart(Relation relation) {
        return change(relation).filter(change -> held.contains(relation)).map(Change::rows);
    }

    /** Whether the dirty keys tell of all that has changed in what a statement reads. */
    boolean isTold(Statement statement, Narrow narrow) {
        return statement.inputs().stream().allMatch(input -> isSame(input) || narrow.tellsOf(input));
    }

    @Override
    public Optional<Part> part(
            DSLContext statements, Statement statement, Narrow narrow, Function<Relation, Statement> views) {
        return isTold(statement, narrow)
                ? Optional.of(NarrowedInputs.of(statements, environment, this, narrow, views))
                : Optional.empty();
    }

    @Override
    public boolean isKeyHeld(Relation relation) {
        return held.contains(relation) || isSame(relation);
    }

    /** Notes that the rows of a relation have different keys. */
    void keyHeld(Relation relation) {
        held.add(relation);
    }

    List<Change> all() {
        return changes.values().stream()
                .filter(change -> !change.isEmpty())
                .sorted(Comparator.comparing(change -> change.relation().toString()))
                .toList();
    }

    /** Rows of each table that are to be taken out or put in. */
    public Map<Relation, Long> dirty() {
        Map<Relation, Long> dirty = same.stream().collect(Collectors.toMap(relation -> relation, relation -> 0L));
        changes.forEach((relation, change) -> dirty.put(relation, change.dirty()));
        return dirty;
    }

    /**
     * Of the rows from raw, as many in a hundred as differ; one counts once, though it is both taken out and put in. What
     * is computed from them is left out: a single touch more moves a part of every weight by removal effect.
     */
    public long percent() {
        List<Change> read = changes.values().stream()
                .filter(change -> change.relation().layer() == Layer.STAGING)
                .toList();
        long rows = read.stream().mapToLong(Change::total).sum();
        long dirty = read.stream()
                .mapToLong(change -> Math.max(change.gone(), change.came()))
                .sum();
        return rows == 0 ? 0 : dirty * 100 / rows;
    }

    /** Refuses to go on where another way is cheaper. */
    public void refuseMoreThan(long most) {
        long percent = percent();
        if (percent > most) {
            throw new Unfit(percent + " % of all rows from raw tables are others than before");
        }
    }

    /** The columns of a published table. */
    Shape shape(DSLContext statements, Relation relation) {
        return shapes.computeIfAbsent(live(relation), live -> Shape.of(statements, live));
    }

    Name live(Relation relation) {
        return name(environment.live(relation.layer()), relation.name());
    }
}
