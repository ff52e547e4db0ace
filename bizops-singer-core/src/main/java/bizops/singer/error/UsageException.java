package bizops.singer.error;

/** The command line is wrong. */
public final class UsageException extends BizopsException {
    public UsageException(String message) {
        super(ExitCode.USAGE, message, null);
    }
}
