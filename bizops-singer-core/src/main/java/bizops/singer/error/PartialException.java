package bizops.singer.error;

/** Some streams failed while the others are complete, their bookmarks kept; the message names the failed ones. */
public final class PartialException extends BizopsException {
    public PartialException(String message) {
        super(ExitCode.PARTIAL, message, null);
    }
}
