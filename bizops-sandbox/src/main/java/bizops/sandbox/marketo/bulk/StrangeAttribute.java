package bizops.sandbox.marketo.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in which every object of attributes has one more, of which no description tells. */
record StrangeAttribute(Extract rows) implements Extract {
    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public List<@Nullable Object> row(int number) {
        List<@Nullable Object> row = new ArrayList<>(rows.row(number));
        row.replaceAll(value -> value instanceof String text && text.startsWith("{") && text.endsWith("}")
                ? text.substring(0, text.length() - 1) + (text.length() > 2 ? "," : "") + "\"Surprise\":[\"new\",1]}"
                : value);
        return row;
    }
}
