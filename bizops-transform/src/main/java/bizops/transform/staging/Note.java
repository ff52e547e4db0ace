package bizops.transform.staging;

import java.util.List;
import java.util.Optional;

/**
 * Something that a reader of the metrics must know.
 *
 * @param code kind of note
 * @param object what it is about, such as {@code Lead.MQL_Date__c}
 * @param detail one sentence
 * @param rowsAffected how many rows, where that can be said
 * @param metrics names of the metrics it bears on
 */
public record Note(String code, String object, String detail, Optional<Long> rowsAffected, List<String> metrics) {}
