package bizops.tap.zuora.auth;

import bizops.singer.error.RemoteException;
import bizops.tap.zuora.rest.ZuoraError;

/** These credentials do not work at this address; they may at another. Never leaves this package. */
final class LoginRefusedException extends RuntimeException {
    private final int status;

    LoginRefusedException(ZuoraError error, String advice) {
        super("login failed: " + error + "; " + advice);
        this.status = error.status();
    }

    /** A deactivated user was found, so that other data centers need not be asked. */
    boolean elsewhere() {
        return status != 403;
    }

    RemoteException forUser() {
        return RemoteException.permanent(String.valueOf(getMessage()), this);
    }
}
