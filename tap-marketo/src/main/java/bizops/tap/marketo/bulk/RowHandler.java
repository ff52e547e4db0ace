package bizops.tap.marketo.bulk;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what the CSV parser finds. A missing value is the bare word {@code null} or nothing at all; in quotes
 * the word is a text. U+0000 is left out, for databases cannot hold it, and counted. Owned by one thread.
 */
final class RowHandler extends AbstractBaseCsvCallbackHandler<@Nullable String[]> {
    private final boolean quotedNullIsNull;
    private List<@Nullable String> cells = new ArrayList<>();
    private long nulCharacters;

    RowHandler(boolean quotedNullIsNull) {
        this.quotedNullIsNull = quotedNullIsNull;
    }

    /** How many U+0000 were left out so far. */
    long nulCharacters() {
        return nulCharacters;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(cell(buffer, offset, length, quoted));
    }

    @Override
    protected @Nullable String[] buildRecord() {
        return cells.toArray(new String[0]);
    }

    private @Nullable String cell(char[] buffer, int offset, int length, boolean quoted) {
        boolean isNull = length == 0
                || (length == 4
                        && (!quoted || quotedNullIsNull)
                        && buffer[offset] == 'n'
                        && buffer[offset + 1] == 'u'
                        && buffer[offset + 2] == 'l'
                        && buffer[offset + 3] == 'l');
        if (isNull) {
            return null;
        }
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == 0) {
                return withoutNul(new String(buffer, offset, length));
            }
        }
        return new String(buffer, offset, length);
    }

    private String withoutNul(String text) {
        String without = text.replace("\0", "");
        nulCharacters += text.length() - without.length();
        return without;
    }
}
