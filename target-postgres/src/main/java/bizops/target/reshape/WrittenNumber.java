package bizops.target.reshape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A number as it was written, which is written again the same, however many digits or powers of ten it has. */
final class WrittenNumber extends NumericNode {
    private static final long serialVersionUID = 1;
    private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal GREATEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String text;
    private final boolean whole;

    /** @param whole whether it has neither point nor exponent */
    WrittenNumber(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public JsonToken asToken() {
        return whole ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public JsonParser.NumberType numberType() {
        return whole ? JsonParser.NumberType.BIG_INTEGER : JsonParser.NumberType.BIG_DECIMAL;
    }

    @Override
    public Number numberValue() {
        return whole ? bigIntegerValue() : decimalValue();
    }

    @Override
    public boolean isIntegralNumber() {
        return whole;
    }

    @Override
    public boolean isFloatingPointNumber() {
        return !whole;
    }

    @Override
    public boolean canConvertToInt() {
        return isBetween(LEAST_INT, GREATEST_INT);
    }

    @Override
    public boolean canConvertToLong() {
        return isBetween(LEAST_LONG, GREATEST_LONG);
    }

    @Override
    public int intValue() {
        return decimalValue().intValue();
    }

    @Override
    public long longValue() {
        return decimalValue().longValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public BigDecimal decimalValue() {
        return new BigDecimal(text);
    }

    @Override
    public BigInteger bigIntegerValue() {
        return whole ? new BigInteger(text) : decimalValue().toBigInteger();
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrittenNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private boolean isBetween(BigDecimal least, BigDecimal greatest) {
        BigDecimal value = decimalValue();
        return value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0;
    }
}
