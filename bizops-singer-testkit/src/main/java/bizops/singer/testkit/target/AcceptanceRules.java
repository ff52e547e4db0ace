package bizops.singer.testkit.target;

import java.util.List;

/** The rules about messages that a target has to take. */
final class AcceptanceRules {
    private AcceptanceRules() {}

    static List<TargetRule> list() {
        Feed plain = Feed.named("plain");
        return List.of(
                accepts("plain", "a stream with a key is loaded"),
                accepts("types", "booleans, decimals, integers beyond 2^53, dates and date-times are loaded"),
                accepts("arrays", "a property may be an array"),
                accepts("nested", "a property may be an object that holds objects and arrays"),
                accepts("camel-case", "names of streams and properties may be in camel case"),
                accepts(
                        "special-names",
                        "names of properties may hold spaces, quotes, brackets and letters of any script"),
                accepts(
                        "escapes",
                        "texts may hold quotes, backslashes, line ends, escapes and characters of any script"),
                accepts("nul", "a text may hold U+0000"),
                accepts("optional-fields", "a record may leave out what is not required"),
                accepts("no-keys", "a stream may have no key"),
                accepts("key-updates", "a key may be made of several properties"),
                accepts("upsert", "a later record with the same key replaces the earlier"),
                accepts("duplicates", "a key may come many times in one batch, and the last record counts"),
                accepts("interleaved", "messages of several streams may alternate"),
                accepts("repeated-schema", "a SCHEMA may come again at any time"),
                accepts("new-fields", "a later SCHEMA may bring new properties"),
                accepts("versions", "ACTIVATE_VERSION and records with a version are taken"),
                accepts(
                        "extra-fields",
                        "messages may have more fields, such as time_extracted and bookmark_properties"),
                accepts("many-states", "a STATE may come after every record"),
                new Accepts(plain.withLargeValue(), "a text may be a mebibyte long"),
                new Accepts(plain.withCarriageReturns(), "a line may end with a carriage return, which is white space"),
                new Tolerates(plain.withoutLastLineEnd(), "the last line may lack its end"),
                tolerates("empty-schema", "a stream may have no properties at all"),
                tolerates("unknown-type", "messages of an unknown type are passed over: any type is permitted"),
                tolerates("blank-lines", "blank lines are passed over"));
    }

    private static Accepts accepts(String name, String wants) {
        return new Accepts(Feed.named(name), wants);
    }

    private static Tolerates tolerates(String name, String wants) {
        return new Tolerates(Feed.named(name), wants);
    }
}
