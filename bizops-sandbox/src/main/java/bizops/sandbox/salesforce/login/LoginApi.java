package bizops.sandbox.salesforce.login;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import java.time.Instant;
import java.util.Optional;

/** Everything that needs no session because it opens or ends one. Owned by the org's lock. */
public final class LoginApi {
    private final SessionBook sessions;
    private final TokenEndpoint tokens;
    private final SoapLogin soap;

    /** @param switches the flows that faults turn on and off */
    public LoginApi(SessionBook sessions, Faults switches, DemoKey key) {
        this.sessions = sessions;
        this.tokens = new TokenEndpoint(sessions, switches, key);
        this.soap = new SoapLogin(sessions, switches);
    }

    /** The answer to a log-in or log-out; empty for every other path. */
    public Optional<Reply> answer(Call call, Instant now) {
        if (call.path().equals("/services/oauth2/token")) {
            return Optional.of(tokens.answer(call, now));
        }
        if (call.path().equals("/services/oauth2/revoke")) {
            sessions.close(Forms.parse(call.body()).getOrDefault("token", ""));
            return Optional.of(Reply.empty(200));
        }
        return call.path().startsWith(SoapLogin.PATHS) ? Optional.of(soap.answer(call, now)) : Optional.empty();
    }

    /** Whether the path is of a log-in. */
    public static boolean isLogin(Call call) {
        return call.path().equals("/services/oauth2/token") || call.path().startsWith(SoapLogin.PATHS);
    }
}
