package bizops.dist.faults.link;

/** Looks at every phase that a connection comes to. Called by the threads of the link. */
public interface Watcher {
    /**
     * Decides on the message that is held back.
     *
     * @param backend the server's process of this connection
     * @param commits how many commits the server has answered on this link, this one included
     */
    Verdict at(Phase phase, int backend, int commits);
}
