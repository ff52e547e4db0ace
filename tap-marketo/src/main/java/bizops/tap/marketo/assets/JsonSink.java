package bizops.tap.marketo.assets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the rows of pages as they came. */
@FunctionalInterface
public interface JsonSink {
    /** One row. */
    void row(Map<String, @Nullable Object> json);
}
