package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.transform.model.ModelLibrary;
import bizops.transform.run.Provided;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other tools find in the published schemas: descriptions and keys. */
final class PublishedSchemaTest {
    private static final String RELATIONS = " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname in ('staging', 'core', 'marts') and c.relkind in ('r', 'v')";

    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @Test
    void describesEveryTableAndView() throws Exception {
        assertThat(WAREHOUSE.rows(
                        "select n.nspname, c.relname" + RELATIONS + " and obj_description(c.oid, 'pg_class') is null"))
                .isEmpty();
        assertThat(WAREHOUSE.rows("select count(*) > 50" + RELATIONS)).containsExactly("t");
    }

    @Test
    void describesEveryColumn() throws Exception {
        assertThat(WAREHOUSE.rows("select n.nspname, c.relname, a.attname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                        + " where n.nspname in ('staging', 'core', 'marts') and c.relkind in ('r', 'v')"
                        + " and col_description(c.oid, a.attnum) is null"))
                .isEmpty();
    }

    @Test
    void declaresTheKeyOfEveryTableWhoseKeyIsNeverNull() throws Exception {
        List<String> keyed = ModelLibrary.load(Provided.relations()).models().stream()
                .filter(model -> !model.isView() && !model.key().isEmpty())
                .filter(model -> model.required().containsAll(model.key()))
                .map(model -> model.relation().toString())
                .toList();

        assertThat(keyed).hasSizeGreaterThan(20);
        assertThat(WAREHOUSE.rows("select n.nspname || '.' || c.relname" + RELATIONS
                        + " and exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)"))
                .containsAll(keyed);
        assertThat(WAREHOUSE.rows("select pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'core.touch'::regclass and contype = 'p'"))
                .containsExactly("PRIMARY KEY (touch_id)");
    }

    @Test
    void refusesAClusterWhereThereIsNone() throws Exception {
        Warehouse.Outcome outcome = WAREHOUSE.build(Map.of("engine", "\"citus\""), Warehouse.fixture("seeds"));

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr())
                .contains("engine is citus", "create extension citus")
                .hasLineCount(1);
    }
}
