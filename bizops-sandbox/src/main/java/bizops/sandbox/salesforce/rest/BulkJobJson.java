package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.bulk.QueryJob;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A query job as the Bulk API 2.0 tells it; a job that nobody has polled tells less. */
final class BulkJobJson {
    private static final String CREATOR = "005Hu000000SandBoxUAA";
    private static final int MILLIS_A_ROW = 2;

    private BulkJobJson() {}

    static void write(JsonGenerator json, QueryJob job) throws IOException {
        String created = Wire.instant(job.created());
        json.writeStartObject();
        json.writeStringField("id", job.id());
        json.writeStringField("operation", job.order().operation());
        json.writeStringField("object", job.order().statement().type().name());
        json.writeStringField("createdById", CREATOR);
        json.writeStringField("createdDate", created);
        json.writeStringField("systemModstamp", created);
        json.writeStringField("state", job.state());
        json.writeStringField("concurrencyMode", "Parallel");
        json.writeStringField("contentType", "CSV");
        json.writeFieldName("apiVersion");
        json.writeRawValue(job.order().version().substring(1));
        json.writeStringField("lineEnding", job.order().lineEnding());
        json.writeStringField("columnDelimiter", job.order().columnDelimiter());
        if (job.polled() || job.isTerminal()) {
            int rows = job.result() == null ? 0 : job.rows().size();
            json.writeStringField("jobType", "V2Query");
            json.writeNumberField("numberRecordsProcessed", rows);
            json.writeNumberField("retries", 0);
            json.writeNumberField("totalProcessingTime", (long) rows * MILLIS_A_ROW);
            json.writeBooleanField("isPkChunkingSupported", true);
            if (job.failure() != null) {
                json.writeStringField("errorMessage", job.failure());
            }
        }
        json.writeEndObject();
    }
}
