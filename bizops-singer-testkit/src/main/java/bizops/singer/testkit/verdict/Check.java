package bizops.singer.testkit.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All rules for one program, judged one by one over the same runs. Owned by one thread. */
public final class Check implements AutoCloseable {
    private final List<Judge> judges;
    private final Path folder;

    private Check(List<Judge> judges, Path folder) {
        this.judges = judges;
        this.folder = folder;
    }

    /**
     * The rules over one evidence.
     *
     * @param evidence what all the rules look at
     * @param folder is deleted when this is closed
     */
    public static <E> Check of(List<? extends Rule<E>> rules, E evidence, Path folder) {
        List<Judge> judges = new ArrayList<>();
        for (Rule<E> rule : rules) {
            judges.add(new Judge(rule.text(), () -> rule.judge(evidence)));
        }
        return new Check(List.copyOf(judges), folder);
    }

    /** The rules, in order; each is judged when it is asked. */
    public Stream<Judge> judges() {
        return judges.stream();
    }

    /** Judges all, and tells each verdict when it is there. */
    public List<Judged> all(Consumer<Judged> each) throws IOException, InterruptedException {
        List<Judged> verdicts = new ArrayList<>();
        for (Judge judge : judges) {
            Judged judged = new Judged(judge.rule(), judge.judge());
            each.accept(judged);
            verdicts.add(judged);
        }
        return verdicts;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Judges by one rule. */
    public record Judge(RuleText rule, Verdicts verdicts) {
        /** The verdict; whatever it needs is run now, unless a rule before has run it. */
        public Verdict judge() throws IOException, InterruptedException {
            return verdicts.verdict();
        }
    }

    /** Finds a verdict. */
    @FunctionalInterface
    public interface Verdicts {
        Verdict verdict() throws IOException, InterruptedException;
    }
}
