package bizops.dist.faults.link;

/** Where in a batch's transaction the protocol is; what is named is held back until the watcher has seen it. */
public enum Phase {
    /** Rows of a COPY are on their way to the server. */
    COPY,
    /** The rows were copied, and the statement that merges them is on its way. */
    MERGE,
    /** COMMIT is on its way to the server. */
    COMMIT,
    /** The server has committed, and its answer is on its way. */
    ANSWER,
    /** The client has been told that its transaction is committed. */
    COMMITTED
}
