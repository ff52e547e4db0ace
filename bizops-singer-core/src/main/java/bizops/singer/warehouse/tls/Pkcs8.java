package bizops.singer.warehouse.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Wraps private keys of older forms in PKCS-8 (RFC 5208), which is all that the driver reads. Holds nothing. */
final class Pkcs8 {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xA0;
    private static final int LONG_LENGTH = 0x80;
    private static final byte[] VERSION = bytes("020100");
    private static final byte[] RSA = bytes("300d06092a864886f70d0101010500");
    private static final byte[] ELLIPTIC_CURVE = bytes("06072a8648ce3d0201");

    private Pkcs8() {}

    /** @param key as PKCS-1 has it (RFC 8017) */
    static byte[] ofRsa(byte[] key) {
        return element(SEQUENCE, VERSION, RSA, element(OCTETS, key));
    }

    /** @param key as SEC 1 has it (RFC 5915); it must name its curve */
    static byte[] ofEllipticCurve(byte[] key) {
        return element(SEQUENCE, VERSION, element(SEQUENCE, ELLIPTIC_CURVE, curve(key)), element(OCTETS, key));
    }

    private static byte[] curve(byte[] key) {
        try {
            ByteBuffer members = ByteBuffer.wrap(key);
            open(members);
            while (members.hasRemaining()) {
                int tag = members.get() & 0xFF;
                byte[] content = new byte[length(members)];
                members.get(content);
                if (tag == CURVE) {
                    return content;
                }
            }
        } catch (BufferUnderflowException | NegativeArraySizeException cut) {
            throw new IllegalArgumentException("holds a private key that is cut", cut);
        }
        throw new IllegalArgumentException("holds a private key that names no curve; write it as PKCS-8: openssl pkcs8"
                + " -topk8 -nocrypt -in KEY -out KEY.pem");
    }

    /** Steps into the sequence that the key is. */
    private static void open(ByteBuffer key) {
        if ((key.get() & 0xFF) != SEQUENCE || length(key) > key.remaining()) {
            throw new BufferUnderflowException();
        }
    }

    private static int length(ByteBuffer at) {
        int first = at.get() & 0xFF;
        if (first < LONG_LENGTH) {
            return first;
        }
        int length = 0;
        for (int more = first - LONG_LENGTH; more > 0; more--) {
            length = (length << 8) | (at.get() & 0xFF);
        }
        if (length < 0 || length > at.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] one : contents) {
            content.writeBytes(one);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int size = content.size();
        if (size < LONG_LENGTH) {
            element.write(size);
        } else {
            int bytes = size > 0xFFFF ? 3 : size > 0xFF ? 2 : 1;
            element.write(LONG_LENGTH + bytes);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
                element.write(size >> shift);
            }
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
