package bizops.report.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What to do about YAML that cannot be parsed: the parser tells only what it met. Immutable. */
record YamlRemedy(MarkedYamlEngineException broken) {
    private static final String BLOCK_END = "expected <block end>";
    private static final String TWO_VALUES = "mapping values are not allowed";
    private static final String TAB = "found character '\\t";

    /** In words that follow a sentence; empty where none is known. */
    String text() {
        if (context().startsWith("while parsing a flow")) {
            return "; a bracket or brace" + begun(" that opens in line ") + " is not closed";
        }
        if (problem().startsWith(BLOCK_END)) {
            return "; indent it as its neighbours" + begun(", which begin in line ");
        }
        if (problem().startsWith(TWO_VALUES)) {
            return "; put a text that holds \": \" in quotes, and indent keys alike";
        }
        return problem().startsWith(TAB) ? "; indent by spaces, not by tabs" : "";
    }

    private String begun(String words) {
        Optional<Mark> mark = broken.getContextMark();
        return mark.map(begin -> words + (begin.getLine() + 1)).orElse("");
    }

    private String context() {
        return String.valueOf(broken.getContext());
    }

    private String problem() {
        return String.valueOf(broken.getProblem());
    }
}
