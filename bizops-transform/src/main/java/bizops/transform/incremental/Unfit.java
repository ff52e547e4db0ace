package bizops.transform.incremental;

/** What is published cannot be changed in place into what is to be: a full build is needed. */
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
        super(why);
    }
}
