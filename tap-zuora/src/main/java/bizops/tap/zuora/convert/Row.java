package bizops.tap.zuora.convert;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record. Owned by whoever asked for it.
 *
 * @param deleted whether the source has deleted it
 */
public record Row(Map<String, @Nullable Object> values, boolean deleted) {}
