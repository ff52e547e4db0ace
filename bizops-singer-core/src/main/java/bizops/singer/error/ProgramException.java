package bizops.singer.error;

/** A program that this one started failed; this one ends with the same code where that is one of the shared ones. */
public final class ProgramException extends BizopsException {
    /**
     * What failed and why.
     *
     * @param exit the program's exit code; one that no executable of ours has counts as {@link ExitCode#FAILURE}
     */
    public ProgramException(int exit, String message) {
        super(code(exit), message, null);
    }

    private static ExitCode code(int exit) {
        for (ExitCode code : ExitCode.values()) {
            if (code.number() == exit && code != ExitCode.OK) {
                return code;
            }
        }
        return ExitCode.FAILURE;
    }
}
