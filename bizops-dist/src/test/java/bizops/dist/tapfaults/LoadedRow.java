package bizops.dist.tapfaults;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a loaded table, by column. */
record LoadedRow(Map<String, @Nullable String> values) {
    static final String DELETED_AT = "_sdc_deleted_at";

    @Nullable
    String value(String column) {
        return values.get(column);
    }

    /** Whether it carries the mark that every tap and target share. */
    boolean isMarked() {
        return value(DELETED_AT) != null;
    }
}
