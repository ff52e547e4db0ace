package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Client.Answer;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
    private static final String JWT_GRANT =
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=";

    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.004));
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Whether a token opens the API. */
    private boolean opens(String token) {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.url() + Client.DATA + "/limits"))
                                .header("Authorization", "Bearer " + token))
                        .status()
                == 200;
    }

    private static String token(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("access_token").asText();
    }

    private static void assertRefused(Answer answer, String error, String description) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isEqualTo(description);
    }

    private Answer refresh(String token) {
        return client.token("grant_type=refresh_token&client_id=" + sandbox.clientId() + "&refresh_token=" + token);
    }

    private Answer password(String password) {
        return client.token("grant_type=password&client_id=" + sandbox.clientId() + "&client_secret="
                + sandbox.clientSecret() + "&username=" + Client.encode(sandbox.username()) + "&password="
                + Client.encode(password));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String assertion(String header, String claims, PrivateKey key) throws GeneralSecurityException {
        String signed = part(header) + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private PrivateKey key() throws GeneralSecurityException {
        String base64 = sandbox.privateKey().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private String claims(String changed, String value) {
        String claims = "{\"iss\":\"" + sandbox.clientId() + "\",\"sub\":\"" + sandbox.username()
                + "\",\"aud\":\"https://login.salesforce.com\",\"exp\":"
                + sandbox.now().plusSeconds(120).getEpochSecond()
                + "}";
        return changed.isEmpty()
                ? claims
                : claims.replaceFirst("(\"" + changed + "\":)(\"[^\"]*\"|\\d+)", "$1" + value);
    }

    @Test
    void takesAnAssertionSignedByTheKeyOfTheApp() throws GeneralSecurityException {
        Answer answer = client.token(JWT_GRANT + assertion("{\"alg\":\"RS256\"}", claims("", ""), key()));

        assertThat(opens(token(answer))).isTrue();
        assertThat(answer.json().has("refresh_token")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "iss, '\"other\"', invalid_client_id, client identifier invalid",
        "sub, '\"other@example.com\"', invalid_grant, user hasn't approved this consumer",
        "aud, '\"https://example.com\"', invalid_grant, audience is invalid",
        "exp, 1, invalid_grant, expired authorization code",
        "exp, 9999999999, invalid_grant, expired authorization code"
    })
    void refusesAnAssertionOfWhichOneClaimIsWrong(String claim, String value, String error, String description)
            throws GeneralSecurityException {
        assertRefused(
                client.token(JWT_GRANT + assertion("{\"alg\":\"RS256\"}", claims(claim, value), key())),
                error,
                description);
    }

    @Test
    void refusesAnAssertionOfAnotherKeyOrAlgorithmOrShape() throws GeneralSecurityException {
        PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        assertRefused(
                client.token(JWT_GRANT + assertion("{\"alg\":\"RS256\"}", claims("", ""), other)),
                "invalid_grant",
                "invalid assertion");
        assertRefused(
                client.token(JWT_GRANT + assertion("{\"alg\":\"none\"}", claims("", ""), key())),
                "invalid_grant",
                "invalid assertion");
        assertRefused(client.token(JWT_GRANT + "a.b"), "invalid_grant", "invalid assertion");
    }

    @Test
    void handsOutTheKeyToProgramsToo() {
        assertThat(client.get("/__sandbox/private-key").body()).isEqualTo(sandbox.privateKey());
    }

    @Test
    void aRefreshTokenLastsUnlessTokensRotate() {
        assertThat(refresh(sandbox.refreshToken()).json().has("refresh_token")).isFalse();
        assertThat(refresh(sandbox.refreshToken()).status()).isEqualTo(200);
    }

    @Test
    void aRotatingTokenIsGoodForOneUseAndEndsTheSessionBefore() {
        sandbox.fault(Fault.of(SalesforceFault.REFRESH_ROTATION));
        Answer first = refresh(sandbox.refreshToken());
        Answer second = refresh(first.json().path("refresh_token").asText());

        assertThat(first.json().path("refresh_token").asText()).isNotEqualTo(sandbox.refreshToken());
        assertThat(opens(token(first))).isFalse();
        assertThat(opens(token(second))).isTrue();
    }

    @Test
    void aUsedTokenShownAgainEndsTheWholeFamily() {
        sandbox.fault(Fault.of(SalesforceFault.REFRESH_ROTATION));
        Answer first = refresh(sandbox.refreshToken());

        assertRefused(refresh(sandbox.refreshToken()), "invalid_grant", "expired access/refresh token");
        assertRefused(
                refresh(first.json().path("refresh_token").asText()), "invalid_grant", "expired access/refresh token");
        assertThat(opens(token(first))).isFalse();
    }

    @Test
    void blocksThePasswordFlowUnlessItIsTurnedOn() {
        String both = sandbox.password() + sandbox.securityToken();

        assertRefused(password(both), "invalid_grant", "authentication failure");
        sandbox.fault(Fault.of(SalesforceFault.PASSWORD_FLOW_ON));
        assertThat(opens(token(password(both)))).isTrue();
        assertRefused(password(sandbox.password()), "invalid_grant", "authentication failure");
    }

    private Answer soap(String version, String password, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/services/Soap/u/" + version))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "<env:Envelope xmlns:env=\"http://schemas.xmlsoap.org/soap/envelope/\"><env:Body>"
                                + "<n1:login xmlns:n1=\"urn:partner.soap.sforce.com\"><n1:username>"
                                + sandbox.username() + "</n1:username><n1:password>"
                                + password.replace("&", "&amp;").replace("<", "&lt;")
                                + "</n1:password></n1:login></env:Body></env:Envelope>"));
        request.headers(
                headers.length > 0 ? headers : new String[] {"Content-Type", "text/xml", "SOAPAction", "login"});
        return client.send(request);
    }

    private static String between(String text, String tag) {
        return text.replaceFirst("(?s).*<" + tag + ">", "").replaceFirst("(?s)</" + tag + ">.*", "");
    }

    @Test
    void logsInOverSoapWithThePasswordAndTheSecurityTokenBehindIt() {
        Answer answer = soap("64.0", sandbox.password() + sandbox.securityToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(between(answer.body(), "serverUrl")).startsWith(sandbox.url() + "/services/Soap/u/64.0/00D");
        assertThat(opens(between(answer.body(), "sessionId"))).isTrue();
    }

    @Test
    void refusesOverSoapWithAFault() {
        Answer wrong = soap("64.0", sandbox.password());
        sandbox.fault(Fault.of(SalesforceFault.SOAP_LOGIN_OFF));
        Answer off = soap("64.0", sandbox.password() + sandbox.securityToken());

        assertThat(wrong.status()).isEqualTo(500);
        assertThat(between(wrong.body(), "faultcode")).isEqualTo("INVALID_LOGIN");
        assertThat(between(wrong.body(), "sf:exceptionMessage"))
                .isEqualTo("Invalid username, password, security token; or user locked out.");
        assertThat(off.status()).isEqualTo(500);
        assertThat(between(off.body(), "sf:exceptionCode")).isEqualTo("INVALID_OPERATION");
    }

    @ParameterizedTest
    @CsvSource({"30.0, UNSUPPORTED_API_VERSION", "65.0, No operation available", "x, UNSUPPORTED_API_VERSION"})
    void hasTheSoapLoginInItsVersionsOnly(String version, String fault) {
        Answer answer = soap(version, sandbox.password() + sandbox.securityToken());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains(fault);
    }

    @Test
    void asksOverSoapForItsHeaders() {
        String both = sandbox.password() + sandbox.securityToken();

        assertThat(soap("64.0", both, "Content-Type", "application/json", "SOAPAction", "login")
                        .status())
                .isEqualTo(415);
        assertThat(soap("64.0", both, "Content-Type", "text/xml").body()).contains("SOAPAction HTTP header missing");
    }

    @Test
    void aSessionThatIsRefusedStaysSoAfterAnotherLogin() {
        sandbox.fault(Fault.of(SalesforceFault.SESSION_REFUSED));
        client.login();

        Answer answer = client.get(Client.DATA + "/limits");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("This session is not valid for use with the REST API");
    }

    @Test
    void loginsFailOnlyWhereAFaultNamesThem() {
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503).count(2));
        String both = sandbox.password() + sandbox.securityToken();

        assertThat(soap("64.0", both).status()).isEqualTo(200);
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503).path("/Soap/"));
        assertThat(soap("64.0", both).status()).isEqualTo(503);
    }
}
