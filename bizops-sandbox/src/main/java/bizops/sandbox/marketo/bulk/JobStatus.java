package bizops.sandbox.marketo.bulk;

/** The life of a job: Created, then Queued, Processing and Completed; or an early end. */
enum JobStatus {
    CREATED("Created"),
    QUEUED("Queued"),
    PROCESSING("Processing"),
    COMPLETED("Completed"),
    FAILED("Failed"),
    CANCELLED("Cancelled");

    private final String text;

    JobStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether it takes a place in the queue. */
    boolean waits() {
        return this == QUEUED || this == PROCESSING;
    }
}
