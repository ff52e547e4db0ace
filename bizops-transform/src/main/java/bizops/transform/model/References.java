package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.Node;
import net.sf.jsqlparser.parser.SimpleNode;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Table;

/** Finds by a parser which relations a statement reads: the lineage comes from the SQL itself. */
final class References {
    /** Behind a layer's name: the rows that differ. */
    static final String CHANGE = "_change";

    private References() {}

    /**
     * The relations that are named with a layer, in the order of the text; a name without one is the statement's own
     * (a WITH query).
     *
     * @throws JSQLParserException if the text is no statement that the parser knows
     */
    static List<Reference> in(String sql) throws JSQLParserException {
        Set<Reference> found = new HashSet<>();
        collect(CCJSqlParserUtil.parseAST(sql), lineStarts(sql), found);
        return found.stream().sorted(Comparator.comparingInt(Reference::start)).toList();
    }

    private static void collect(Node node, List<Integer> lineStarts, Set<Reference> found) {
        if (node instanceof SimpleNode simple && simple.jjtGetValue() instanceof Table table) {
            String schema = table.getSchemaName();
            if (schema != null) {
                String named = schema.toLowerCase(Locale.ROOT);
                Stream.of(Layer.values())
                        .filter(layer -> named.equals(layer.id()) || named.equals(layer.id() + CHANGE))
                        .forEach(layer -> found.add(new Reference(
                                new Relation(layer, table.getName()),
                                named.endsWith(CHANGE),
                                begin(simple.jjtGetFirstToken(), lineStarts),
                                begin(simple.jjtGetFirstToken(), lineStarts) + schema.length())));
            }
        }
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            collect(node.jjtGetChild(i), lineStarts, found);
        }
    }

    /** The token's offset, from its line and column: its own absolute offset is wrong behind the first 4 kB. */
    private static int begin(Token token, List<Integer> lineStarts) {
        return lineStarts.get(token.beginLine - 1) + token.beginColumn - 1;
    }

    private static List<Integer> lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts;
    }
}
