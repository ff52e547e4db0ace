package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.rest.ApiException;
import java.util.List;

/** Answers a query that was refused because a field is gone or hidden. */
@FunctionalInterface
public interface LostFields {
    /**
     * The fields that are still there; fewer than {@code asked}, or {@code error} is thrown again.
     *
     * @param error the vendor's refusal, whose message names the field
     */
    List<FieldDescription> remaining(List<FieldDescription> asked, ApiException error);
}
