package bizops.tap.zuora.read;

import java.time.Instant;

/**
 * The job that answers a query, as the state remembers it. Immutable.
 *
 * @param queryHash of the query's text: a job for another query is of no use
 * @param submittedAt by Zuora's clock; the rows are as of then
 */
record JobMark(String id, String api, String queryHash, Instant submittedAt) {}
