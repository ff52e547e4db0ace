package bizops.tap.zuora.discover;

import bizops.singer.error.InputException;
import bizops.tap.zuora.file.RowHandler;
import bizops.tap.zuora.job.Statements;
import bizops.tap.zuora.query.Sql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Describes tables that only Data Query has, by its statement {@code DESCRIBE}. Their columns keep the lower case that
 * they have there, but for the key and the stamps. Owned by the run's thread.
 */
public final class DataQueryTables {
    private static final Map<String, String> KNOWN = Map.of(
            "id", "Id", "updateddate", "UpdatedDate", "transactiondate", "TransactionDate", "updatedon", "UpdatedOn");

    private final Statements statements;

    public DataQueryTables(Statements statements) {
        this.statements = statements;
    }

    /** The tables of those names; one that is not there, or has no key, is an error. */
    public List<ObjectDescription> describe(List<String> names) {
        return names.stream().map(this::describe).toList();
    }

    private ObjectDescription describe(String name) {
        Columns columns = new Columns();
        try {
            statements.run("DESCRIBE " + Sql.column(name), columns);
        } catch (IOException unreadable) {
            throw new InputException(
                    "table " + name + ": its description cannot be read: " + unreadable.getMessage()
                            + "; take it out of 'data_query_streams'",
                    unreadable);
        }
        ObjectDescription table = new ObjectDescription(name, columns.fields);
        if (table.field(ObjectDescription.ID).isEmpty()) {
            throw new InputException(
                    "table " + name + " has no column id, without which its rows cannot be kept apart; take"
                            + " it out of 'data_query_streams'");
        }
        return table;
    }

    /** The columns Column and Type of the answer. */
    private static final class Columns implements RowHandler {
        private final List<FieldDescription> fields = new ArrayList<>();
        private int name;
        private int type = 1;

        @Override
        public void header(List<String> names) {
            for (int i = 0; i < names.size(); i++) {
                String column = names.get(i).toLowerCase(Locale.ROOT);
                name = column.equals("column") ? i : name;
                type = column.equals("type") ? i : type;
            }
        }

        @Override
        public void row(String[] values) {
            String column = values[name];
            fields.add(FieldDescription.own(KNOWN.getOrDefault(column, column), values[type]));
        }
    }
}
