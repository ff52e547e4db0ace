package bizops.tap.zuora.auth;

import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import bizops.tap.zuora.rest.ErrorReader;
import bizops.tap.zuora.rest.ZuoraError;

/** Tells what a refused log-in means; passing failures aside, it is refused for good. Thread-safe. */
final class LoginClassifier implements Classifier {
    private final String whatToCheck;
    private final String whoIsInactive;

    private LoginClassifier(String whatToCheck, String whoIsInactive) {
        this.whatToCheck = whatToCheck;
        this.whoIsInactive = whoIsInactive;
    }

    static LoginClassifier ofClient() {
        return new LoginClassifier("check 'client_id', 'client_secret'", "the user of the OAuth client");
    }

    static LoginClassifier ofUser() {
        return new LoginClassifier(
                "check 'username', 'password' (passwords of API users expire, and single sign-on or two-factor log-in"
                        + " locks them out: an OAuth client has neither)",
                "the user");
    }

    @Override
    public Verdict ofResponse(ApiResponse response, String body) {
        int status = response.status();
        if (status == 400 || status == 401 || status == 403) {
            ZuoraError error = ErrorReader.ofFailure(
                    status, body, response.header("Zuora-Request-Id").orElse(""));
            throw new LoginRefusedException(error, advice(status));
        }
        return Classifier.super.ofResponse(response, body);
    }

    private String advice(int status) {
        return status == 403
                ? whoIsInactive + " is deactivated: let an administrator activate it"
                : whatToCheck + " and that 'base_url' or 'environment' is the tenant's data center";
    }
}
