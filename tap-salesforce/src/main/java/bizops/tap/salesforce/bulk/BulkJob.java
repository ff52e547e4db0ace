package bizops.tap.salesforce.bulk;

/**
 * A Bulk 2.0 query job as a poll tells it. Immutable.
 *
 * @param state the vendor's word; one that is unknown means that the job has ended somehow
 * @param processed rows that the result has
 * @param error why it failed, as far as it says; may be empty
 */
record BulkJob(String id, String state, long processed, String error) {
    boolean running() {
        return state.equals("UploadComplete") || state.equals("InProgress");
    }

    boolean complete() {
        return state.equals("JobComplete");
    }

    /** How it ended: {@code Failed: …}. */
    String outcome() {
        return state + (error.isEmpty() ? "" : ": " + error);
    }
}
