package bizops.tap.zuora.job;

import bizops.tap.zuora.query.ExportQuery;

/**
 * A query of a job. Immutable.
 *
 * @param name what the job's status calls it; unique in its job
 */
public record NamedQuery(String name, ExportQuery query) {}
