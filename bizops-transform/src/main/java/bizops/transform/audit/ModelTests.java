package bizops.transform.audit;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import bizops.transform.model.Model;
import bizops.transform.model.Relation;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The tests that a model's header asks for: keys, nulls, references, accepted values. Immutable.
 *
 * @param fresh which rows need be looked at
 * @param passed which tests need not be run
 */
record ModelTests(DSLContext statements, Function<Layer, String> schemas, Model model, Fresh fresh, Passed passed) {

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        if (!model.key().isEmpty() && !fresh.isKeyHeld(model.relation()) && !stands(uniqueName(), model.relation())) {
            findings.add(unique());
        }
        if (!model.isView()) {
            findings.addAll(notNull());
        }
        model.references().forEach((columns, target) -> refer(findings, columns, target, true));
        model.warnReferences().forEach((columns, target) -> refer(findings, columns, target, false));
        model.accepted().forEach((column, values) -> {
            if (!stands(acceptedName(column), model.relation())) {
                findings.add(accepted(column, values));
            }
        });
        return findings;
    }

    private void refer(List<Finding> findings, List<String> columns, Model.Target target, boolean isError) {
        if (!stands(referenceName(columns), model.relation(), target.relation())) {
            findings.add(reference(columns, target, isError));
        }
    }

    private boolean stands(String test, Relation... inputs) {
        return passed.stands(test, model.relation().toString(), List.of(inputs));
    }

    private String uniqueName() {
        return "unique(" + String.join(", ", model.key()) + ")";
    }

    private static String notNullName(String column) {
        return "not_null(" + column + ")";
    }

    private static String referenceName(List<String> columns) {
        return "references(" + String.join(", ", columns) + ")";
    }

    private static String acceptedName(String column) {
        return "accepted(" + column + ")";
    }

    private Finding unique() {
        List<Field<?>> key = fields("t", model.key());
        Select<Record1<String>> failing =
                statements.select(keyText()).from(relation("t")).groupBy(key).having(count().gt(1));
        FailingRows rows = isPrimaryKey()
                ? FailingRows.none(statements.renderInlined(failing))
                : FailingRows.of(statements, failing);
        return rows.as(uniqueName(), model.relation().toString(), true, "the key occurs twice");
    }

    /** Whether the server itself holds the key: the declaration fails where it occurs twice. */
    private boolean isPrimaryKey() {
        Name relation =
                name(schemas.apply(model.relation().layer()), model.relation().name());
        return statements.fetchExists(selectOne()
                .from(table(name("pg_catalog", "pg_constraint")).as("c"))
                .where(field(name("c", "conrelid"), Object.class)
                        .eq(field("{0}::regclass", Object.class, DSL.inline(relation.toString()))))
                .and(field(name("c", "contype"), String.class).eq("p")));
    }

    /** One scan counts the nulls of all columns; only a column that has some is looked at again. */
    private List<Finding> notNull() {
        List<String> required = model.required().stream()
                .filter(column -> !stands(notNullName(column), model.relation()))
                .toList();
        if (required.isEmpty()) {
            return List.of();
        }
        List<Field<?>> counts = new ArrayList<>();
        required.forEach(column -> counts.add(count().minus(count(field(name("t", column))))));
        Record nulls = statements.select(counts).from(newRows("t")).fetchSingle();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            findings.add(notNull(required.get(i), Objects.requireNonNull(nulls.get(i, Long.class)) > 0));
        }
        return findings;
    }

    private Finding notNull(String column, boolean isBroken) {
        Select<Record1<String>> failing = statements
                .select(keyText())
                .from(newRows("t"))
                .where(field(name("t", column)).isNull());
        FailingRows rows =
                isBroken ? FailingRows.of(statements, failing) : FailingRows.none(statements.renderInlined(failing));
        return rows.as(notNullName(column), model.relation().toString(), true, "no value");
    }

    private Finding reference(List<String> columns, Model.Target target, boolean isError) {
        Table<?> other = table(name(
                        schemas.apply(target.relation().layer()),
                        target.relation().name()))
                .as("o");
        Condition given =
                DSL.and(fields("t", columns).stream().map(Field::isNotNull).toList());
        Condition same = DSL.noCondition();
        for (int i = 0; i < columns.size(); i++) {
            same = same.and(field(name("o", target.columns().get(i)), Object.class)
                    .eq(field(name("t", columns.get(i)), Object.class)));
        }
        Select<Record1<String>> failing = statements
                .select(keyText())
                .from(
                        isError && !fresh.hasLost(statements, target.relation(), target.columns())
                                ? newRows("t")
                                : relation("t"))
                .where(given)
                .and(not(exists(selectOne().from(other).where(same))));
        return finding(referenceName(columns), isError, "not found in " + target.relation(), failing);
    }

    private Finding accepted(String column, List<String> values) {
        Select<Record1<String>> failing = statements
                .select(keyText())
                .from(newRows("t"))
                .where(field(name("t", column), String.class).notIn(values));
        return finding(acceptedName(column), true, "none of " + String.join(", ", values), failing);
    }

    private Finding finding(String test, boolean isError, String says, Select<Record1<String>> failing) {
        return FailingRows.of(statements, failing).as(test, model.relation().toString(), isError, says);
    }

    private Table<?> relation(String alias) {
        return table(name(
                        schemas.apply(model.relation().layer()),
                        model.relation().name()))
                .as(alias);
    }

    private Table<?> newRows(String alias) {
        return fresh.rows(model.relation())
                .<Table<?>>map(rows -> rows.as(alias))
                .orElseGet(() -> relation(alias));
    }

    private Field<String> keyText() {
        if (model.key().isEmpty()) {
            return DSL.inline("(no key)").as("key");
        }
        List<Field<?>> texts = new ArrayList<>();
        texts.add(DSL.inline(" "));
        fields("t", model.key()).forEach(key -> texts.add(key.cast(String.class)));
        return DSL.function("concat_ws", String.class, texts.toArray(Field[]::new));
    }

    private static List<Field<?>> fields(String alias, List<String> columns) {
        List<Field<?>> fields = new ArrayList<>();
        columns.forEach(column -> fields.add(field(name(alias, column))));
        return fields;
    }
}
