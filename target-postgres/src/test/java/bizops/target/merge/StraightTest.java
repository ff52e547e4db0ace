package bizops.target.merge;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.target.encode.ChunkPool;
import bizops.target.encode.EncodedRows;
import bizops.target.table.Catalog;
import bizops.target.table.ColumnType;
import bizops.target.table.Metadata;
import bizops.target.table.NameCase;
import bizops.target.table.Property;
import bizops.target.table.Readers;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import bizops.target.table.TablePlan;
import bizops.target.table.TablePlanner;
import bizops.target.table.TableRules;
import bizops.target.table.WantedIndexes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tables' rows are tried by COPY, and for how long one that failed is left alone. */
final class StraightTest {
    private static final TablePlanner PLANNER = new TablePlanner(
            new TableRules(NameCase.LOWER, false, OptionalLong.empty(), false, Readers.NONE, WantedIndexes.NONE));
    private static final StreamShape KEYED = shape("keyed", "id");
    private static final StreamShape OTHER = shape("other", "id");
    private static final StreamShape APPENDED = shape("appended");

    private static Connection connection;

    private final Straight straight = new Straight();

    @BeforeAll
    static void connect() throws SQLException {
        connection = SharedPostgres.freshDatabase().connect();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void aTableWhoseRowsCollideIsLeftAloneTwiceAsLongEachTime() throws SQLException {
        List<Integer> tried = new ArrayList<>();
        for (int batch = 0; batch < 60; batch++) {
            straight.nextBatch();
            boolean may = straight.mayTry(KEYED);
            boolean tries = tries(KEYED, created(KEYED));
            assertThat(may).isEqualTo(tries);
            if (tries) {
                tried.add(batch);
                assertThat(straight.collided(collision())).isTrue();
            }
            assertThat(tries(OTHER, created(OTHER))).isTrue();
            straight.done();
        }
        assertThat(tried).containsExactly(0, 8, 24, 56);
    }

    @Test
    void onlyAFailureOfRowsBeingTriedIsACollision() throws SQLException {
        straight.nextBatch();
        assertThat(straight.collided(collision())).isFalse();

        tries(KEYED, created(KEYED));
        assertThat(straight.collided(new SQLException("disk full", "53100"))).isFalse();

        tries(KEYED, created(KEYED));
        straight.done();
        assertThat(straight.collided(collision())).isFalse();

        tries(KEYED, created(KEYED));
        straight.nextBatch();
        assertThat(straight.collided(collision())).isFalse();
        assertThat(straight.mayTry(KEYED)).isTrue();
    }

    @Test
    void aTableFoundWithRowsIsNeverTriedAndAnEmptyOneIs() throws SQLException {
        execute("CREATE TABLE keyed (id text PRIMARY KEY); INSERT INTO keyed VALUES ('a')");
        execute("CREATE TABLE other (id text PRIMARY KEY)");
        straight.nextBatch();

        assertThat(tries(KEYED, found(KEYED))).isFalse();
        assertThat(straight.mayTry(KEYED)).isFalse();
        assertThat(tries(OTHER, found(OTHER))).isTrue();
        execute("DROP TABLE keyed, other");
    }

    @Test
    void aTableWithoutAKeyNeedsNoTry() throws SQLException {
        straight.nextBatch();

        assertThat(straight.mayTry(APPENDED)).isFalse();
        assertThat(tries(APPENDED, created(APPENDED))).isFalse();
    }

    private static SQLException collision() {
        return new SQLException("duplicate key", "23505");
    }

    private boolean tries(StreamShape shape, TablePlan plan) throws SQLException {
        return straight.tries(connection, plan, new EncodedRows(shape, new ChunkPool(0)));
    }

    private static TablePlan created(StreamShape shape) {
        return PLANNER.plan(shape, Optional.empty(), EnumSet.allOf(Metadata.class), Map.of());
    }

    private static TablePlan found(StreamShape shape) throws SQLException {
        return PLANNER.plan(shape, Catalog.read(connection, shape.table()), EnumSet.allOf(Metadata.class), Map.of());
    }

    private static StreamShape shape(String stream, String... keys) {
        Property id = new Property("id", ColumnType.TEXT, Property.Form.PLAIN);
        return new StreamShape(stream, new TableName("public", stream), List.of(id), List.of(keys));
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
