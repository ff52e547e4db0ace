package bizops.sandbox.marketo.rest;

import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.wire.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /rest/v1/stats/…}: calls and errors of today or of seven days (section 3 of the vendor notes). */
final class StatsEndpoint {
    private static final int WEEK = 7;

    private final Instance instance;
    private final Meter meter;

    StatsEndpoint(Instance instance, Meter meter) {
        this.instance = instance;
        this.meter = meter;
    }

    Reply usage(Request request) {
        return request.envelope().success(days(1, meter.calls(), "users", "userId"));
    }

    Reply usageOfWeek(Request request) {
        return request.envelope().success(days(WEEK, meter.calls(), "users", "userId"));
    }

    Reply errors(Request request) {
        return request.envelope().success(days(1, meter.errors(), "errors", "errorCode"));
    }

    Reply errorsOfWeek(Request request) {
        return request.envelope().success(days(WEEK, meter.errors(), "errors", "errorCode"));
    }

    private List<Map<String, Object>> days(
            int number, Map<LocalDate, Map<String, Integer>> counts, String parts, String key) {
        LocalDate today = Meter.day(instance.now());
        List<Map<String, Object>> days = new ArrayList<>();
        for (int back = 0; back < number; back++) {
            LocalDate date = today.minusDays(back);
            Map<String, Integer> counted = counts.getOrDefault(date, Map.of());
            Map<String, Object> day = new LinkedHashMap<>();
            day.put("date", date);
            day.put(
                    "total",
                    counted.values().stream().mapToInt(Integer::intValue).sum());
            List<Map<String, Object>> shown = new ArrayList<>();
            counted.forEach((name, count) -> {
                Map<String, Object> part = new LinkedHashMap<>();
                part.put(key, name);
                part.put("count", count);
                shown.add(part);
            });
            day.put(parts, shown);
            days.add(day);
        }
        return days;
    }
}
