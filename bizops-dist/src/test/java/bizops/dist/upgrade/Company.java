package bizops.dist.upgrade;

import bizops.dist.ExampleMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What three loads bring, as messages: the worked example's Salesforce; a lead changed, visits without a key, one record
 * that no table takes; then another change and what the second load left without a STATE.
 */
final class Company {
    static final Path EXAMPLE =
            Path.of("..", "bizops-transform", "src", "test", "resources", "bizops", "transform", "worked-example");
    /** Visits that a STATE covers after two loads; as many again no STATE covers. */
    static final int VISITS = 5;

    private static final String LEAD = "00Q000000000001EAA";
    private static final String SCHEMA_VISIT =
            "{\"type\":\"SCHEMA\",\"stream\":\"visit\",\"key_properties\":[],\"schema\":{\"properties\":"
                    + "{\"n\":{\"type\":\"integer\"},\"at\":{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}}}}";

    private final List<String> first;

    Company(Path folder) throws IOException {
        this.first = Files.readAllLines(
                ExampleMessages.write(EXAMPLE.resolve("salesforce"), folder.resolve("first.singer")));
    }

    /** The messages of a load, 1 to 3. */
    List<String> load(int number) {
        return switch (number) {
            case 1 -> covered(first.subList(0, first.size() - 1), 1);
            case 2 -> second();
            default -> third();
        };
    }

    private List<String> second() {
        List<String> lines = new ArrayList<>(lead("Working", "2026-09-01T10:00:00Z"));
        lines.add(SCHEMA_VISIT);
        lines.addAll(visits(1));
        lines.add("{\"type\":\"RECORD\",\"stream\":\"visit\",\"record\":{\"n\":0,\"at\":\"never\"}}");
        lines = new ArrayList<>(covered(lines, 2));
        lines.addAll(visits(1 + VISITS));
        return lines;
    }

    private List<String> third() {
        List<String> lines = new ArrayList<>(lead("Nurturing", "2026-09-02T10:00:00Z"));
        lines.add(SCHEMA_VISIT);
        lines.addAll(visits(1 + VISITS));
        return covered(lines, 3);
    }

    private List<String> lead(String status, String stamp) {
        List<String> lines = new ArrayList<>(first.stream()
                .filter(line -> line.contains("\"SCHEMA\",\"stream\":\"Lead\""))
                .toList());
        String record = first.stream()
                .filter(line -> line.contains("\"RECORD\",\"stream\":\"Lead\"") && line.contains(LEAD))
                .findFirst()
                .orElseThrow();
        lines.add(record.replaceAll("\"Status\":\"[^\"]*\"", "\"Status\":\"" + status + "\"")
                .replaceAll("\"SystemModstamp\":\"[^\"]*\"", "\"SystemModstamp\":\"" + stamp + "\""));
        return lines;
    }

    private static List<String> visits(int from) {
        return IntStream.range(from, from + VISITS)
                .mapToObj(n -> "{\"type\":\"RECORD\",\"stream\":\"visit\",\"record\":{\"n\":" + n + "}}")
                .toList();
    }

    private static List<String> covered(List<String> lines, int load) {
        List<String> all = new ArrayList<>(lines);
        all.add("{\"type\":\"STATE\",\"value\":" + state(load) + "}");
        return all;
    }

    /** The state behind a load. */
    static String state(int load) {
        return "{\"bookmarks\":{\"Lead\":{\"load\":" + load + "}}}";
    }
}
