package bizops.report.reading;

import bizops.report.files.SourceFile;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/** What {@code site.yml} says. Immutable. */
record SiteSettings(String title, String period, String grain) {
    private static final List<String> PERIODS = List.of("last_12_months", "year_to_date", "all");
    private static final List<String> GRAINS = List.of("month", "quarter", "year");
    private static final String TITLE = "Go-to-market report";

    static SiteSettings read(Optional<SourceFile> file, Mistakes mistakes) {
        Optional<YamlObject> object = file.flatMap(one -> YamlText.object(one.line(1), one.text(), mistakes));
        if (object.isEmpty()) {
            return new SiteSettings(TITLE, PERIODS.get(0), GRAINS.get(0));
        }
        object.get().only(List.of("title", "period", "grain"));
        return new SiteSettings(
                object.get().word("title").map(Word::text).orElse(TITLE),
                oneOf(object.get(), "period", PERIODS),
                oneOf(object.get(), "grain", GRAINS));
    }

    private static String oneOf(YamlObject object, String key, List<String> known) {
        Optional<Word> word = object.word(key);
        if (word.isPresent() && !known.contains(word.get().text())) {
            object.unknown(key, word.get(), known);
        }
        return word.map(Word::text).orElse(known.get(0));
    }
}
