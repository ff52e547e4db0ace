package bizops.singer.decode;

import java.util.Optional;

/** What a line is that holds no text of UTF-8, told by its first bytes. */
enum OtherForm {
    GZIP("it is compressed by gzip: unpack it first", 0x1F, 0x8B),
    ZSTANDARD("it is compressed by zstd: unpack it first", 0x28, 0xB5, 0x2F, 0xFD),
    UTF_16_LITTLE("it is written in UTF-16: write it in UTF-8", 0xFF, 0xFE),
    UTF_16_BIG("it is written in UTF-16: write it in UTF-8", 0xFE, 0xFF);

    private final String said;
    private final int[] mark;

    OtherForm(String said, int... mark) {
        this.said = said;
        this.mark = mark;
    }

    /** The form in words with what to do; empty if the bytes begin like none. */
    static Optional<String> of(byte[] bytes, int start, int length) {
        for (OtherForm form : values()) {
            if (form.begins(bytes, start, length)) {
                return Optional.of(form.said);
            }
        }
        return Optional.empty();
    }

    private boolean begins(byte[] bytes, int start, int length) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= length || (bytes[start + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
