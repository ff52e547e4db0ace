package bizops.tap.salesforce.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemKeyTest {
    /** What PKCS #8 puts before a key of 2048 bits: two lengths, a version, the algorithm, a string of octets. */
    private static final int PKCS8_HEAD = 26;

    private static PrivateKey key;

    @BeforeAll
    static void makeAKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair().getPrivate();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    @Test
    void readsBothFormsThatOpensslWrites() {
        byte[] pkcs8 = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length);

        assertThat(PemKey.parse(pem("PRIVATE KEY", pkcs8))).isEqualTo(key);
        assertThat(PemKey.parse(pem("RSA PRIVATE KEY", pkcs1))).isEqualTo(key);
    }

    @Test
    void readsAKeyThatAVariableHoldsOnOneLineAndOneWithTextAroundIt() {
        String pem = pem("PRIVATE KEY", key.getEncoded());

        assertThat(PemKey.parse(pem.replace("\r", "").replace("\n", "\\n"))).isEqualTo(key);
        assertThat(PemKey.parse(
                        "Bag Attributes\n" + pem + "\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC KEY", "EC PRIVATE KEY", "CERTIFICATE"})
    void refusesWhatCannotSign(String kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKey.parse(pem(kind, new byte[] {1, 2, 3})))
                .withMessageContaining("is a " + kind);
    }

    @Test
    void refusesADamagedKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKey.parse(pem("PRIVATE KEY", new byte[] {1, 2, 3})))
                .withMessageContaining("damaged");
    }
}
