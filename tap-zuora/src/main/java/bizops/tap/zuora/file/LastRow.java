package bizops.tap.zuora.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers the last of all rows. Owned by one thread. */
public final class LastRow implements RowHandler {
    private List<String> header = List.of();
    private String @Nullable [] row;

    LastRow() {}

    @Override
    public void header(List<String> names) {
        header = names;
    }

    @Override
    public void row(String[] values) {
        row = values;
    }

    /** Its value in the first column of such a name; empty if there is none. */
    public Optional<String> value(Predicate<String> column) {
        String[] values = row;
        for (int i = 0; values != null && i < header.size(); i++) {
            if (column.test(header.get(i))) {
                return Optional.of(values[i]).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }
}
