package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.Wire;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages of activities. The server goes through them by date and number and filters afterwards, so that a page may be
 * short or empty while there is more; the token is the place it came to and is there on the last page, too.
 */
final class ActivityPages {
    private static final Set<FaultName> FAULTS = Set.of(
            MarketoFault.EMPTY_PAGES,
            MarketoFault.RESULT_ABSENT,
            MarketoFault.SHORT_PAGE,
            MarketoFault.PAGE_TOKEN_EXPIRED,
            MarketoFault.PAGE_TOKEN_REPEATED);
    private static final Pattern COMMA = Pattern.compile(",");

    private final Faults faults;

    ActivityPages(Faults faults) {
        this.faults = faults;
    }

    /** A place in the order of date and number. */
    private record Place(Instant date, long id) {
        static Place read(String token) {
            String[] parts = COMMA.split(PageToken.read(token), -1);
            try {
                return new Place(Wire.parse(parts[0]), Long.parseLong(parts[1]));
            } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new MarketoException("1003", "Invalid data: paging token");
            }
        }

        String token() {
            return PageToken.text(Wire.instant(date) + "," + id);
        }

        boolean isBefore(Activity activity) {
            int dates = date.compareTo(activity.date());
            return dates < 0 || (dates == 0 && id < activity.id());
        }
    }

    /** The token of a first page. */
    static String since(Instant instant) {
        return new Place(instant, 0).token();
    }

    /** How one activity is shown. */
    interface Shown {
        Map<String, ?> of(Activity activity);
    }

    /**
     * The page that a request's token asks for.
     *
     * @param seen all activities in order
     */
    Reply of(Request request, Stream<Activity> seen, Predicate<Activity> wanted, Shown shown) {
        return of(request, seen, wanted, shown, 1);
    }

    /**
     * The page that a request's token asks for.
     *
     * @param seen all activities in order
     * @param times how often each is shown
     */
    Reply of(Request request, Stream<Activity> seen, Predicate<Activity> wanted, Shown shown, int times) {
        String token = request.required("nextPageToken");
        Place place = Place.read(token);
        int size = Math.max(1, request.number("batchSize", Pages.SIZE, Pages.SIZE));
        Optional<FaultName> fault =
                faults.firing(FAULTS, request.call().path(), "activities").map(Fault::name);
        if (is(fault, MarketoFault.PAGE_TOKEN_EXPIRED)) {
            throw new MarketoException("1003", "Invalid data: paging token expired");
        }
        if (is(fault, MarketoFault.SHORT_PAGE)) {
            size = Math.max(1, size / 10);
        }
        List<Activity> gone = seen.filter(place::isBefore).limit(size + 1L).toList();
        boolean more = gone.size() > size;
        List<Activity> page = more ? gone.subList(0, size) : gone;
        if (is(fault, MarketoFault.EMPTY_PAGES) || is(fault, MarketoFault.PAGE_TOKEN_REPEATED)) {
            boolean repeated = is(fault, MarketoFault.PAGE_TOKEN_REPEATED);
            return request.envelope().page(repeated ? rows(page, wanted, shown, times) : List.of(), token, true);
        }
        Activity last = page.isEmpty() ? null : page.get(page.size() - 1);
        String next = last == null ? token : new Place(last.date(), last.id()).token();
        List<?> rows = rows(page, wanted, shown, times);
        boolean absent = is(fault, MarketoFault.RESULT_ABSENT) && rows.isEmpty();
        return request.envelope().page(absent ? null : rows, next, more);
    }

    private static List<?> rows(List<Activity> page, Predicate<Activity> wanted, Shown shown, int times) {
        return page.stream()
                .filter(wanted)
                .flatMap(activity -> Collections.nCopies(times, activity).stream())
                .map(shown::of)
                .toList();
    }

    private static boolean is(Optional<FaultName> fault, MarketoFault name) {
        return fault.filter(happened -> happened == name).isPresent();
    }
}
