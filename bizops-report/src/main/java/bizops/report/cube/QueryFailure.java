package bizops.report.cube;

import bizops.report.source.CubeFile;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the query of a cube failed, in words that say where and what to do. Immutable.
 *
 * @param sql as it was sent
 */
record QueryFailure(CubeFile file, String sql, SQLException cause) {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String OF_OTHER_SCHEMAS =
            "; a plain name is one of the marts, tables of core are named {core}.touch";
    private static final String OF_THE_MARTS =
            ", or, where the marts are missing or of another version, run bizops-transform build first";
    /** Classes of SQLSTATE that speak of the query and its values: data, syntax, access, feature. */
    private static final Set<String> OF_THE_QUERY = Set.of("0A", "21", "22", "25", "42");
    /** The line of the driver's message with the character, from 1, that the server stumbled at; its word is translated. */
    private static final Pattern POSITION = Pattern.compile("\\R\\s*[^:\\r\\n]+: ?(\\d+)(?=\\R|$)");

    /** Whether a table is not there or may not be read. */
    boolean isAbsence() {
        return state().equals(UNDEFINED_TABLE) || state().equals(INSUFFICIENT_PRIVILEGE);
    }

    /** Whether it is the query that is wrong, and not the connection or the server. */
    boolean isOfTheQuery() {
        return state().length() >= 2 && OF_THE_QUERY.contains(state().substring(0, 2));
    }

    /** What is missing, and how to mend it. */
    String remedy() {
        return what()
                + (state().equals(INSUFFICIENT_PRIVILEGE)
                        ? "; grant the report's role USAGE on the schema and SELECT on its tables"
                        : "; it is made by the program that fills it: run that first");
    }

    /** One line: file, line, what, what to do. */
    String line() {
        String place = file.place().file() + ":" + number() + ": ";
        return switch (state()) {
            case UNDEFINED_TABLE -> place + what() + OF_OTHER_SCHEMAS + OF_THE_MARTS;
            case UNDEFINED_COLUMN -> place + what() + "; correct the name" + OF_THE_MARTS;
            case INSUFFICIENT_PRIVILEGE -> place + remedy();
            default -> place + what();
        };
    }

    private String what() {
        return POSITION.matcher(message())
                .replaceFirst("")
                .replaceFirst("^\\p{Lu}+: ", "")
                .replaceAll("\\s*\\R\\s*", "; ");
    }

    /** The line of the file, where the server says at which character it stumbled; else that of the cube. */
    private int number() {
        Matcher position = POSITION.matcher(message());
        int before = position.find() ? Integer.parseInt(position.group(1)) - 1 : 0;
        return file.place().line()
                + (int) sql.substring(0, Math.min(before, sql.length()))
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private String message() {
        return String.valueOf(cause.getMessage());
    }

    private String state() {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }
}
