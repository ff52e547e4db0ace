package bizops.target.connect;

import bizops.singer.error.LoadException;
import bizops.singer.error.RefusedConnection;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/** What an error of the server means: by SQLSTATE, never by its text. */
public final class Failures {
    /** Serialization, deadlock, lock timeout, shutdown, crash, start-up, too many connections. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300");

    private static final Set<String> CHANGED_TABLE = Set.of("42P01", "42703", "42804", "3F000");

    /** Something depends on the column, or its default, a check or a foreign key does not take the new type. */
    private static final Set<String> REFUSED_CHANGE =
            Set.of("0A000", "2BP01", "42P16", "42804", "42846", "42883", "23514", "42P17");

    /** A character that the encoding of the database lacks. */
    private static final String UNTRANSLATABLE = "22P05";

    private static final Pattern COPIED_ROW = Pattern.compile("(COPY [^:\\n]*): ?[\"«„“][^\\n]*");

    private Failures() {}

    /** Whether doing the same again may succeed. */
    public static boolean isPassing(SQLException failure) {
        return (isConnection(failure) && !RefusedConnection.is(failure)) || PASSING.contains(state(failure));
    }

    /** Whether the connection is lost, or was never there. */
    public static boolean isConnection(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether somebody changed a table since its columns were read. */
    public static boolean isChangedTable(SQLException failure) {
        return CHANGED_TABLE.contains(state(failure));
    }

    /** Whether the server does not convert a column, for a reason that stays. */
    public static boolean isRefusedChange(SQLException failure) {
        return REFUSED_CHANGE.contains(state(failure)) || isBadValue(failure);
    }

    /** Whether a value has no place in the type it is converted to; one that the encoding lacks has none in any. */
    public static boolean isBadValue(SQLException failure) {
        return state(failure).startsWith("22") && !state(failure).equals(UNTRANSLATABLE);
    }

    /** Whether the user lacks a right. */
    public static boolean isForbidden(SQLException failure) {
        return state(failure).equals("42501");
    }

    /** The error as its reader needs it: what is wrong, where, what to do. */
    public static LoadException explain(SQLException failure, Database database, String where) {
        String at = where.isEmpty() ? "" : " (" + where + ")";
        String place = database.place();
        String said = words(failure);
        if (RefusedConnection.is(failure)) {
            return LoadException.permanent(
                    "no connection to the server at " + place + ": " + said
                            + "; correct password, ssl_mode and certificates",
                    failure);
        }
        return switch (state(failure)) {
            case "28P01", "28000" ->
                LoadException.permanent(
                        "the server at " + place + " refuses user \"" + database.user() + "\" (" + said
                                + "); correct user and password",
                        failure);
            case "3D000" ->
                LoadException.permanent(
                        "there is no database \"" + database.name() + "\" at " + place
                                + "; create it, or correct the setting database",
                        failure);
            case "42501" ->
                LoadException.permanent(
                        "user \"" + database.user() + "\" lacks a right" + at + ": " + said
                                + "; grant it, or load as another user",
                        failure);
            case UNTRANSLATABLE ->
                LoadException.permanent(
                        "database \"" + database.name() + "\" cannot hold every character" + at + ": " + said
                                + "; load into a database whose encoding is UTF8",
                        failure);
            case "53100" ->
                LoadException.permanent(
                        "the disk of the server at " + place + " is full" + at + ": " + said
                                + "; make room and run again, nothing of this batch was kept",
                        failure);
            case "54000" ->
                LoadException.permanent(
                        "PostgreSQL cannot hold a row" + at + ": " + said
                                + "; a text in a key may have some 2700 bytes, and all columns of a row together, long"
                                + " texts not counted, 8160: load fewer fields, or choose a shorter key",
                        failure);
            case "54011" ->
                LoadException.permanent(
                        "the table would have more columns than PostgreSQL allows" + at + ": " + said
                                + "; dropped columns still count: load fewer fields, or make the table anew",
                        failure);
            case "2BP01" ->
                LoadException.permanent(
                        "the table cannot be changed" + at + ": " + said
                                + "; drop what stands on the column and run again",
                        failure);
            default ->
                isPassing(failure)
                        ? LoadException.tryLater(
                                "gave up on the database at " + place + at + " after trying again for a while: " + said
                                        + "; check host, port and that the server runs, then run again",
                                failure)
                        : LoadException.permanent("the database refused" + at + ": " + said, failure);
        };
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /**
     * The server adds the row that COPY was at to every error, as {@code COPY t, line 1: "…"}; that says something only
     * where a value of it is the reason.
     */
    private static String withoutRows(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        return isBadValue(failure) ? said : COPIED_ROW.matcher(said).replaceAll("$1");
    }

    /** The server's words in one line, with its SQLSTATE. */
    public static String words(SQLException failure) {
        String said = failure.getCause() instanceof UnknownHostException
                ? "there is no host of this name"
                : withoutRows(failure);
        String line = said.replaceAll("\\s+", " ");
        String state = state(failure);
        return state.isEmpty() ? line : line + " [" + state + "]";
    }
}
