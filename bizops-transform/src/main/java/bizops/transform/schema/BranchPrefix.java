package bizops.transform.schema;

import bizops.singer.error.ConfigException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The prefix of the schemas that a CI job builds: {@code PG_PROD_SCHEMA} on the default branch, and on every other one
 * {@code PG_DEV_SCHEMA} with the branch behind it. Only a branch that is known to be the default one builds production:
 * a merge request or a tag of the same name does not. Immutable.
 *
 * @param variables the process's environment
 */
public record BranchPrefix(Map<String, String> variables) {
    /** Leaves room for {@code _staging__next} and the like within PostgreSQL's 63 bytes. */
    static final int LONGEST = 40;

    private static final int LONGEST_SLUG = 63;
    private static final int HASH_BYTES = 4;
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]*");

    /**
     * The prefix; empty where no variable asks for one.
     *
     * @throws ConfigException where a branch could only be built over production
     */
    public String find() {
        String production = of("PG_PROD_SCHEMA");
        String development = of("PG_DEV_SCHEMA");
        String branch = branch();
        if (branch.isEmpty()) {
            return checked(development.isEmpty() ? production : development);
        }
        if (isDefault(branch)) {
            return checked(production);
        }
        if (!development.isEmpty()) {
            return checked(cut(development + "_" + branch));
        }
        if (!production.isEmpty()) {
            throw new ConfigException("\"" + branch + "\" is not the default branch and PG_DEV_SCHEMA is not set:"
                    + " set it, or schema_prefix, so that the branch does not build over production");
        }
        return "";
    }

    /**
     * What begins the prefix of every branch but the default one, with its underscore; empty where {@code PG_DEV_SCHEMA}
     * is not set.
     */
    public String ofBranches() {
        String development = checked(of("PG_DEV_SCHEMA"));
        return development.isEmpty() ? "" : development + "_";
    }

    /** The prefix of a branch that is not the default one, of which {@link #find} knows the slug only. */
    public String ofBranch(String branch) {
        return checked(cut(of("PG_DEV_SCHEMA") + "_" + slug(branch)));
    }

    /** As GitLab makes {@code CI_COMMIT_REF_SLUG} of a branch's name. */
    private static String slug(String branch) {
        String plain = branch.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
        String begins = plain.length() <= LONGEST_SLUG ? plain : plain.substring(0, LONGEST_SLUG);
        return begins.replaceAll("^-+|-+$", "");
    }

    private String branch() {
        return List.of("CI_COMMIT_REF_SLUG", "CI_COMMIT_BRANCH", "CI_COMMIT_REF_NAME").stream()
                .map(this::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isDefault(String branch) {
        String known = of("CI_DEFAULT_BRANCH");
        List<String> defaults = known.isEmpty() ? List.of("main", "master") : List.of(known);
        if (!of("CI_COMMIT_BRANCH").isEmpty()) {
            return defaults.contains(of("CI_COMMIT_BRANCH"));
        }
        return of("CI_COMMIT_TAG").isEmpty()
                && of("CI_MERGE_REQUEST_IID").isEmpty()
                && defaults.stream().anyMatch(name -> plain(name).equals(plain(branch)));
    }

    private String of(String variable) {
        return variables.getOrDefault(variable, "").strip();
    }

    private static String checked(String written) {
        String prefix = cut(written);
        if (!prefix.isEmpty() && (!PREFIX.matcher(prefix).matches() || prefix.startsWith("pg_"))) {
            throw new ConfigException(
                    "PG_PROD_SCHEMA and PG_DEV_SCHEMA must begin with a letter and not with pg_, got \"" + written
                            + "\"");
        }
        return prefix;
    }

    /** A name that PostgreSQL does not cut by itself: what is left out lives on in a hash. */
    private static String cut(String written) {
        String name = plain(written);
        if (name.length() <= LONGEST) {
            return name;
        }
        String hash = HexFormat.of().formatHex(sha256(written), 0, HASH_BYTES);
        return name.substring(0, LONGEST - hash.length() - 1) + "_" + hash;
    }

    /** Lower case, anything but letters of ASCII and digits as an underscore. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
