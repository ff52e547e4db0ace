package hello;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.config.SettingsSchema;
import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.RowOrder;
import bizops.singer.tap.Stream;
import bizops.singer.tap.SyncContext;
import bizops.singer.tap.Tap;
import bizops.singer.tap.TapContext;
import bizops.singer.tap.TapProgram;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A whole tap in one file: one stream that is read whole each time, one that goes on where the last run stopped. */
public final class HelloTap implements Tap {
    private static final SettingsSchema SETTINGS = SettingsSchema.parse("""
            {
              "type": "object",
              "properties": {
                "greeting": {"type": "string", "default": "Hello", "description": "What is said."},
                "names": {
                  "type": "array", "items": {"type": "string"}, "default": ["World"], "description": "Who is greeted."
                }
              }
            }
            """);

    private final String greeting;
    private final List<String> names;

    HelloTap(TapContext context) {
        greeting = context.config().string("greeting");
        names = context.config().strings("names");
    }

    public static void main(String[] arguments) {
        new TapProgram("tap-hello", "Greets people and counts days", SETTINGS, HelloTap::new).start(arguments);
    }

    @Override
    public List<Stream> streams() {
        return List.of(new Greetings(greeting, names), new Days());
    }

    /** One row a name, all of them each time. */
    private record Greetings(String greeting, List<String> names) implements Stream {
        @Override
        public String id() {
            return "greeting";
        }

        @Override
        public StreamSchema schema() {
            return StreamSchema.of("name", PropertySchema.string())
                    .field("text", PropertySchema.string())
                    .field("letters", PropertySchema.integer());
        }

        @Override
        public List<String> key() {
            return List.of("name");
        }

        @Override
        public void sync(SyncContext sync) {
            for (String name : names) {
                sync.write(Map.of("name", name, "text", greeting + ", " + name + "!", "letters", name.length()));
            }
        }
    }

    /** One row a day since the bookmark, or since {@code start_date}, up to today. */
    private static final class Days implements Stream {
        @Override
        public String id() {
            return "day";
        }

        @Override
        public StreamSchema schema() {
            return StreamSchema.of("day", PropertySchema.date()).field("weekday", PropertySchema.string());
        }

        @Override
        public List<String> key() {
            return List.of("day");
        }

        @Override
        public List<String> replicationKeys() {
            return List.of("day");
        }

        @Override
        public RowOrder order() {
            return RowOrder.SORTED;
        }

        @Override
        public void sync(SyncContext sync) {
            LocalDate today = LocalDate.ofInstant(sync.startedAt(), ZoneOffset.UTC);
            LocalDate first = sync.from()
                    .map(ReplicationValue::instant)
                    .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC))
                    .orElse(today);
            for (LocalDate day : first.datesUntil(today.plusDays(1)).toList()) {
                sync.write(Map.of("day", day, "weekday", day.getDayOfWeek().toString()));
            }
        }
    }
}
