package bizops.singer.http;

/** Fetches a new token: a login or a refresh. The client calls it from one thread at a time and keeps the result. */
@FunctionalInterface
public interface TokenSource {
    /** A fresh token; a {@link bizops.singer.error.RemoteException} if the credentials are refused. */
    Token fetch();
}
