package bizops.tap.salesforce.auth;

/** One way to log in. Called by one thread at a time. */
interface LoginFlow extends AutoCloseable {
    /** A new session; a {@link bizops.singer.error.RemoteException} when the vendor refuses. */
    Session logIn();

    @Override
    default void close() {}
}
