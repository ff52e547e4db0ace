package bizops.tap.zuora.read;

import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.job.NamedQuery;
import bizops.tap.zuora.job.QueryJobs;
import bizops.tap.zuora.query.ExportQuery;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the relations that a tenant does not have, where the vendor only says that some data source is missing: one
 * small job for each, cancelled as soon as it is taken. Owned by the run's thread.
 */
final class JoinProbe {
    private final QueryJobs jobs;

    JoinProbe(QueryJobs jobs) {
        this.jobs = jobs;
    }

    /** Those of the joins that are refused on their own. */
    List<FieldDescription> missing(String object, List<FieldDescription> joins) {
        List<FieldDescription> missing = new ArrayList<>();
        for (FieldDescription join : joins) {
            ExportQuery query = new ExportQuery(
                    object,
                    List.of(ObjectDescription.ID, join.queryName()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    false);
            try {
                jobs.cancel(jobs.submit(List.of(new NamedQuery(object, query))));
            } catch (ApiException refused) {
                if (refused.kind() == ErrorKind.SOURCE || refused.kind() == ErrorKind.FIELD) {
                    missing.add(join);
                } else {
                    throw refused;
                }
            }
        }
        return missing;
    }
}
