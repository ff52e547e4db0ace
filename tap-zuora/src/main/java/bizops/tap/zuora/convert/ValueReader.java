package bizops.tap.zuora.convert;

import bizops.singer.convert.BadValueException;
import bizops.singer.convert.Numbers;
import bizops.tap.zuora.discover.FieldKind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one value of a file by the kind of its field; empty is null. Owned by one thread. */
final class ValueReader {
    private final Format format;
    private final Stamps stamps;
    private final Texts texts = new Texts();

    ValueReader(Format format) {
        this.format = format;
        this.stamps = new Stamps(format.zone());
    }

    @Nullable
    Object read(FieldKind kind, String value) throws BadValueException {
        String text = texts.clean(value);
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> text;
            case BOOLEAN -> bool(text);
            case INTEGER -> Numbers.integer(text);
            case DECIMAL -> decimal(text);
            case DATE -> date(text);
            case DATETIME -> dateTime(text);
        };
    }

    /** How many texts lost a U+0000. */
    long cleaned() {
        return texts.cleaned();
    }

    static Boolean bool(String text) throws BadValueException {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "t", "y" -> Boolean.TRUE;
            case "false", "no", "0", "f", "n" -> Boolean.FALSE;
            default -> throw new BadValueException(text, "neither true nor false");
        };
    }

    private Object decimal(String text) throws BadValueException {
        Number number = Numbers.digits(text);
        return format.decimalsAsText() ? text.strip() : number;
    }

    /** A text where the file has that of the record, which spares a detour over the point in time. */
    private Object dateTime(String text) throws BadValueException {
        String usual = UsualStamp.utc(text);
        return usual == null ? stamps.dateTime(text.strip()) : usual;
    }

    private Object date(String text) throws BadValueException {
        if (!format.datesAsDateTimes() && UsualStamp.isDate(text)) {
            return text;
        }
        LocalDate day = Stamps.date(text.strip());
        return format.datesAsDateTimes() ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : day;
    }
}
