package bizops.transform.staging;

import bizops.transform.raw.RawTable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What a raw table held when its staging table was filled. Immutable.
 *
 * @param table the staging table
 * @param object the vendor's name of the object
 * @param rows all rows
 * @param keyless rows without a key; none where that is not counted because every key is unique
 * @param receivedAt when the newest row was loaded; empty where the loader does not say
 * @param modifiedAt greatest time of a change in the source; empty where the source does not say
 * @param amounts sum of the amount, rounded to 6 decimals, over live rows, each in its newest version, by currency (empty
 *     text: none); empty where the object has no amount with a currency
 */
public record RawCount(
        String table,
        String vendor,
        String object,
        RawTable raw,
        long rows,
        Optional<Long> keyless,
        Optional<OffsetDateTime> receivedAt,
        Optional<OffsetDateTime> modifiedAt,
        Map<String, BigDecimal> amounts) {}
