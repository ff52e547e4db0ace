package bizops.sandbox.marketo.wire;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Forms;
import bizops.sandbox.marketo.data.Wire;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that found its endpoint.
 *
 * @param parameters of the query and, for a POST that stands for a GET, of its form
 * @param path the variable parts of its path, decoded
 * @param user the client id of the caller
 */
public record Request(Call call, Map<String, String> parameters, List<String> path, String user, Envelope envelope) {
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    public String required(String name) {
        return parameter(name).orElseThrow(() -> MarketoException.missing(name));
    }

    /** The parts of a list with commas, or of a parameter given several times; empty if there is none. */
    public List<String> list(String name) {
        List<String> repeated = Forms.all(call.queryString(), name);
        return repeated.size() > 1
                ? split(String.join(",", repeated))
                : parameter(name).map(Request::split).orElse(List.of());
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    public List<Long> numbers(String name) {
        return list(name).stream().map(Request::number).toList();
    }

    /** A whole number; what is above the most counts as the most. */
    public int number(String name, int otherwise, int most) {
        long number = parameter(name).map(Request::number).orElse((long) otherwise);
        if (number < 0) {
            throw MarketoException.invalid(Long.toString(number), "Integer");
        }
        return (int) Math.min(number, most);
    }

    /** The path's variable part as a number. */
    public long id() {
        return number(path.get(0));
    }

    public static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw MarketoException.invalid(text, "Integer");
        }
    }

    public Optional<Instant> time(String name) {
        return parameter(name).map(Request::instant);
    }

    /** A time with a zone; anything else is 704. */
    public static Instant instant(String text) {
        try {
            return Wire.parse(text);
        } catch (DateTimeException e) {
            throw new MarketoException("704", "Invalid date format");
        }
    }
}
