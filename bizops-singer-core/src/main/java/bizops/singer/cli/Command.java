package bizops.singer.cli;

/**
 * One thing an executable can do: an object whose fields carry JCommander's {@code @Parameter}, filled in before {@link
 * #run}. Made for one run.
 */
public interface Command {
    /**
     * Does it.
     *
     * @throws bizops.singer.error.BizopsException for what a user can mend; it fixes the exit code
     * @throws Exception for anything else, which is reported as a defect
     */
    void run(Terminal terminal) throws Exception;
}
