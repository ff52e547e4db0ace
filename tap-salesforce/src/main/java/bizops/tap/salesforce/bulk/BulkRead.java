package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.LostFields;
import bizops.tap.salesforce.query.IdRange;
import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.query.RowQuery;
import java.util.List;
import java.util.Optional;

/**
 * What is to be read, whichever interface does it. Immutable.
 *
 * @param query as REST would run it
 * @param fields what it selects, described; the identifier first
 * @param everyId where all ids of the object lie
 * @param resume the job of an interrupted run over the same window
 */
public record BulkRead(
        ObjectDescription object,
        RowQuery query,
        List<FieldDescription> fields,
        IdRange everyId,
        LostFields lostFields,
        Optional<JobPosition> resume) {
    public BulkRead {
        fields = List.copyOf(fields);
    }
}
