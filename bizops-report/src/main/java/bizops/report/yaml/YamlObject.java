package bizops.report.yaml;

import bizops.report.source.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Keys with values. What is asked for and is of another kind is noted as a mistake and read as absent. Immutable. */
public final class YamlObject {
    private final Map<Word, Node> values;
    private final Map<String, Node> byKey;
    private final Place place;
    private final String subject;
    private final Mistakes mistakes;

    private YamlObject(Map<Word, Node> values, Place place, String subject, Mistakes mistakes) {
        this.values = values;
        this.byKey = new LinkedHashMap<>();
        values.forEach((key, node) -> byKey.put(key.text(), node));
        this.place = place;
        this.subject = subject;
        this.mistakes = mistakes;
    }

    static YamlObject of(MappingNode node, Place start, Mistakes mistakes) {
        Map<Word, Node> values = new LinkedHashMap<>();
        Map<String, Word> seen = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place place = YamlText.place(start, tuple.getKeyNode());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                Word word = new Word(key.getValue(), place);
                if (seen.put(word.text(), word) == null) {
                    values.put(word, tuple.getValueNode());
                } else {
                    mistakes.add(place, "\"" + word.text() + "\" stands there twice");
                }
            } else {
                mistakes.add(place, "a key must be a single word");
            }
        }
        return new YamlObject(values, YamlText.place(start, node), "", mistakes);
    }

    /** The same, whose mistakes begin with what it is about. */
    public YamlObject about(String what) {
        return new YamlObject(values, place, what + ": ", mistakes);
    }

    public Place place() {
        return place;
    }

    /** Where a key's value stands; without it, where the object does. */
    public Place place(String key) {
        Node node = byKey.get(key);
        return node == null ? place : YamlText.place(place, node);
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    public Set<String> keys() {
        return byKey.keySet();
    }

    /** The keys and where they stand, in the order written. */
    public Set<Word> places() {
        return values.keySet();
    }

    /** Whether a key's value is a list without a member, which {@link #words} reads without a mistake. */
    public boolean isEmptyList(String key) {
        return byKey.get(key) instanceof SequenceNode list && list.getValue().isEmpty();
    }

    /** Notes every key but these. */
    public void only(Collection<String> known) {
        for (Word key : values.keySet()) {
            if (!known.contains(key.text())) {
                unknown("key", key, known);
            }
        }
    }

    /** Notes a mistake of this object. */
    public void wrong(Place where, String text) {
        mistakes.add(where, subject + text);
    }

    /** Notes a name that stands for nothing. */
    public void unknown(String kind, Word name, Collection<String> known) {
        mistakes.unknown(name.place(), subject, kind, name.text(), known);
    }

    public Optional<Word> word(String key) {
        Node node = byKey.get(key);
        return node == null ? Optional.empty() : word(node, "\"" + key + "\" must be a text");
    }

    /** A text that must not be missing; empty where it is, which is noted. */
    public Optional<Word> required(String key) {
        if (!has(key)) {
            wrong(place, "\"" + key + "\" is missing");
        }
        return word(key);
    }

    public boolean flag(String key, boolean absent) {
        Optional<Word> word = word(key);
        if (word.isPresent() && !List.of("true", "false").contains(word.get().text())) {
            wrong(word.get().place(), "\"" + key + "\" must be true or false");
        }
        return word.map(one -> one.text().equals("true")).orElse(absent);
    }

    /** A whole number between two bounds, both included. */
    public Optional<Integer> integer(String key, int least, int most) {
        Optional<Word> word = word(key);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> number = wholeNumber(word.get().text());
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            wrong(word.get().place(), "\"" + key + "\" must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return number;
    }

    /** One of the constants, written in lower case. */
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
        Optional<Word> word = word(key);
        for (E constant : type.getEnumConstants()) {
            if (word.isPresent()
                    && constant.name()
                            .toLowerCase(Locale.ROOT)
                            .equals(word.get().text())) {
                return Optional.of(constant);
            }
        }
        word.ifPresent(name -> unknown(
                key,
                name,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList()));
        return Optional.empty();
    }

    /** A list of texts; empty without. */
    public List<Word> words(String key) {
        Node node = byKey.get(key);
        if (node == null) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue()
                    .forEach(one ->
                            word(one, "\"" + key + "\" must be a list of texts").ifPresent(words::add));
        } else {
            wrong(YamlText.place(place, node), "\"" + key + "\" must be a list, such as [" + example(node) + "]");
        }
        return words;
    }

    /** A list of whole numbers between two bounds, both included; empty without. */
    public List<Integer> integers(String key, int least, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (Word word : words(key)) {
            Optional<Integer> number = wholeNumber(word.text()).filter(one -> one >= least && one <= most);
            number.ifPresentOrElse(
                    numbers::add,
                    () -> wrong(
                            word.place(),
                            "\"" + word.text() + "\" must be a whole number from " + least + " to " + most));
        }
        return numbers;
    }

    /** Texts by key, in the order written; empty without. */
    public Map<Word, Word> texts(String key) {
        Map<Word, Word> texts = new LinkedHashMap<>();
        object(key)
                .ifPresent(object -> object.values.forEach(
                        (name, node) -> object.word(node, "\"" + name.text() + "\" must be a text")
                                .ifPresent(text -> texts.put(name, text))));
        return texts;
    }

    public Optional<YamlObject> object(String key) {
        Node node = byKey.get(key);
        return node == null ? Optional.empty() : object(node, "\"" + key + "\" must be keys with values");
    }

    /** A list of objects; empty without. */
    public List<YamlObject> objects(String key) {
        Node node = byKey.get(key);
        List<YamlObject> objects = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue()
                    .forEach(one -> object(one, "\"" + key + "\" must be a list of keys with values")
                            .ifPresent(objects::add));
        } else if (node != null) {
            wrong(YamlText.place(place, node), "\"" + key + "\" must be a list, each line beginning with \"-\"");
        }
        return objects;
    }

    /** The object of each key; what is none is noted. */
    public Map<Word, YamlObject> members() {
        Map<Word, YamlObject> members = new LinkedHashMap<>();
        values.forEach((key, node) -> object(node, "\"" + key.text() + "\" must be keys with values")
                .ifPresent(object -> members.put(key, object)));
        return members;
    }

    private Optional<Word> word(Node node, String expected) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(new Word(scalar.getValue().strip(), YamlText.place(place, node)));
        }
        wrong(YamlText.place(place, node), expected + (node instanceof ScalarNode ? ", not empty" : ""));
        return Optional.empty();
    }

    private Optional<YamlObject> object(Node node, String expected) {
        if (node instanceof MappingNode mapping) {
            YamlObject object = of(mapping, place, mistakes);
            return Optional.of(new YamlObject(object.values, object.place, subject, mistakes));
        }
        wrong(YamlText.place(place, node), expected);
        return Optional.empty();
    }

    private static String example(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank() ? scalar.getValue() : "channel";
    }

    private static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
