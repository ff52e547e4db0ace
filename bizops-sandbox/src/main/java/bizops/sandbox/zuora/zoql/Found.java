package bizops.sandbox.zuora.zoql;

import bizops.sandbox.zuora.data.Row;
import java.util.Map;

/**
 * One row of an answer as its snapshot held it; immutable.
 *
 * @param related the related rows that the query needs, by relationship
 */
public record Found(Map<String, Object> own, Map<String, Map<String, Object>> related) {
    public boolean deleted() {
        return Boolean.TRUE.equals(own.get(Row.DELETED));
    }
}
