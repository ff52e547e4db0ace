package bizops.singer.warehouse.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {
    /** Of a key of 2048 bits: all before the key as PKCS-1 has it. */
    private static final int RSA_WRAPPING = 26;

    @Test
    void pkcs8IsReadAsItIs() throws Exception {
        PrivateKey key = key("RSA", 2048);

        assertThat(PrivateKeyPem.der(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key.getEncoded());
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 4096})
    void pkcs1IsWrapped(int bits) throws Exception {
        PrivateKey key = key("RSA", bits);
        byte[] inner = Arrays.copyOfRange(key.getEncoded(), RSA_WRAPPING, key.getEncoded().length);

        byte[] der = PrivateKeyPem.der("some text\n" + pem("RSA PRIVATE KEY", inner) + "more");

        assertThat(der).isEqualTo(key.getEncoded());
    }

    /** As {@code openssl ecparam -genkey -name prime256v1} writes it. */
    @Test
    void sec1IsWrapped() throws Exception {
        String scalar = "c9806898a0334916c860748880a541f093b579a9b1f32934d86c363c39800357";
        String sec1 = "3031" + "020101" + "0420" + scalar + "a00a06082a8648ce3d030107";
        String parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

        byte[] der = PrivateKeyPem.der(
                parameters + pem("EC PRIVATE KEY", HexFormat.of().parseHex(sec1)));

        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(((java.security.interfaces.ECPrivateKey) key).getS().toString(16))
                .isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0",
                "-----BEGIN PRIVATE KEY-----\nsecret!\n-----END PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nc2VjcmV0\n-----END RSA"
                        + " PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMIT/////\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAMCAQE=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN DSA PRIVATE KEY-----\nc2VjcmV0\n-----END DSA PRIVATE KEY-----",
                "-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----"
            })
    void anythingElseIsRefusedWithoutBeingShown(String pem) {
        assertThatThrownBy(() -> PrivateKeyPem.der(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("holds ")
                .message()
                .doesNotContain("secret", "c2Vj");
    }

    private static PrivateKey key(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\r\n" + Base64.getMimeEncoder().encodeToString(der) + "\r\n-----END " + kind
                + "-----\r\n";
    }
}
