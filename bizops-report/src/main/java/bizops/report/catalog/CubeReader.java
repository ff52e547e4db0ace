package bizops.report.catalog;

import bizops.report.files.SourceFile;
import bizops.report.source.CubeFile;
import bizops.report.source.Place;
import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a cube: a comment in YAML and the query behind it. Owned by one thread. */
final class CubeReader {
    private static final List<String> KEYS = List.of(
            "title",
            "dimensions",
            "labels",
            "every",
            "sums",
            "values",
            "first",
            "last",
            "immature",
            "incomplete",
            "columns",
            "money",
            "details",
            "optional",
            "empty");
    private static final List<String> SCHEMAS = List.of("core", "staging", "history", "bizops", "loads");
    private static final Pattern SCHEMA = Pattern.compile("\\{([A-Za-z_]*)\\}\\s*\\.");
    private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final SourceFile file;
    private final Mistakes mistakes;

    CubeReader(SourceFile file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /** Empty where it has a mistake; every one is noted. */
    Optional<CubeFile> read() {
        int before = mistakes.count();
        Optional<CubeFile> cube = parse();
        return mistakes.count() == before ? cube : Optional.empty();
    }

    private Optional<CubeFile> parse() {
        String text = file.text();
        int end = text.indexOf("*/", 2);
        if (!text.startsWith("/*") || end < 0) {
            mistakes.add(file.line(1), "a cube begins with a comment, /* title: … */, that says what its columns are");
            return Optional.empty();
        }
        int start = end + 2;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        String sql = text.substring(start).strip();
        checkQuery(sql, start);
        Place query = file.at(start);
        return YamlText.object(file.line(1), text.substring(2, end), mistakes)
                .map(header -> cube(header, sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql, query));
    }

    private CubeFile cube(YamlObject header, String sql, Place query) {
        header.only(KEYS);
        List<Word> dimensions = header.words("dimensions");
        CubeColumns columns = new CubeColumns(header, COLUMN);
        columns.part("dimensions", dimensions);
        List<SumColumn> sums = sums(header, columns, texts(dimensions));
        List<Word> values = header.words("values");
        columns.part("values", values);
        Optional<Word> immature = header.word("immature");
        immature.ifPresent(column -> columns.part("immature", List.of(column)));
        Map<String, String> labels = new LinkedHashMap<>();
        header.texts("labels").forEach((dimension, column) -> {
            known(header, dimension, texts(dimensions));
            labels.put(dimension.text(), column.text());
        });
        Set<String> every = new LinkedHashSet<>(texts(header.words("every").stream()
                .filter(dimension -> known(header, dimension, texts(dimensions)))
                .toList()));
        Map<String, String> shown = new LinkedHashMap<>();
        header.texts("columns").forEach((column, title) -> shown.put(column.text(), title.text()));
        List<Word> money = header.words("money");
        money.stream()
                .filter(column -> !shown.containsKey(column.text()))
                .forEach(column -> header.unknown("column", column, shown.keySet()));
        if (shown.isEmpty() == sums.isEmpty()) {
            header.wrong(
                    header.place(),
                    shown.isEmpty()
                            ? "\"sums\" are missing; a cube of rows has \"columns\""
                            : "has sums or columns, not both");
        }
        return new CubeFile(
                file.name(),
                header.required("title").map(Word::text).orElse(""),
                sql,
                texts(dimensions),
                labels,
                every,
                sums,
                texts(values),
                immature.map(Word::text).orElse(null),
                shown,
                Set.copyOf(texts(money)),
                header.flag("details", false),
                header.flag("optional", false),
                header.word("empty").map(Word::text).orElse(null),
                query);
    }

    private static List<SumColumn> sums(YamlObject header, CubeColumns columns, List<String> dimensions) {
        List<Word> written = header.words("sums");
        List<Word> names = written.stream()
                .map(word -> new Word(word.text().replaceFirst("\\?$", ""), word.place()))
                .toList();
        columns.part("sums", names);
        List<String> first = balances(header, "first", names, dimensions);
        List<String> last = balances(header, "last", names, dimensions);
        Map<String, String> lacking = Incomplete.read(header, texts(written));
        List<SumColumn> sums = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).text();
            Months months = first.contains(name) ? Months.FIRST : last.contains(name) ? Months.LAST : Months.ALL;
            sums.add(new SumColumn(name, written.get(i).text().endsWith("?"), months, lacking.get(name)));
        }
        header.words("last").stream()
                .filter(word -> first.contains(word.text()))
                .forEach(word -> header.wrong(word.place(), "\"" + word.text() + "\" counts in the first or the last"));
        return sums;
    }

    private static List<String> balances(YamlObject header, String key, List<Word> sums, List<String> dimensions) {
        List<Word> words = header.words(key);
        for (Word word : words) {
            if (!texts(sums).contains(word.text())) {
                header.unknown("sum", word, texts(sums));
            }
        }
        if (!words.isEmpty() && !dimensions.contains("month")) {
            header.wrong(header.place(key), "\"" + key + "\" needs the dimension \"month\"");
        }
        return texts(words);
    }

    private static boolean known(YamlObject header, Word dimension, Collection<String> dimensions) {
        boolean is = dimensions.contains(dimension.text());
        if (!is) {
            header.unknown("dimension", dimension, dimensions);
        }
        return is;
    }

    private void checkQuery(String sql, int start) {
        if (sql.isEmpty()) {
            mistakes.add(file.at(start), "holds no query");
        }
        Matcher schema = SCHEMA.matcher(sql);
        while (schema.find()) {
            if (!SCHEMAS.contains(schema.group(1))) {
                mistakes.unknown(file.at(start + schema.start()), "", "schema", schema.group(1), SCHEMAS);
            }
        }
    }

    private static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
