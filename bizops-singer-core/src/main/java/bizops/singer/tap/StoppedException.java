package bizops.singer.tap;

/** Ends a stream early on the kit's own wish: a signal came, or a test has its one record. */
final class StoppedException extends RuntimeException {
    StoppedException(String why) {
        super(why, null, false, false);
    }
}
