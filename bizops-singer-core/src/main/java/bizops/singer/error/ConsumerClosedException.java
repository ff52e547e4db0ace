package bizops.singer.error;

/** The reader of our output is gone, so going on would spend the source's quota for nothing; one WARNING, no trace. */
public final class ConsumerClosedException extends BizopsException {
    public ConsumerClosedException(Throwable cause) {
        super(
                ExitCode.FAILURE,
                "consumer closed the output; its own log says why, run again when that is mended",
                cause);
    }
}
