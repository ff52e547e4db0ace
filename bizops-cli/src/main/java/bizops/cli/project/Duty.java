package bizops.cli.project;

import java.util.Locale;

/** What a role is for; each is one role of an environment. */
public enum Duty {
    /** Owns the schemas that loads fill; nobody logs in as it. */
    OWNER,
    /** Owns the raw tables, and those of states and runs. */
    LOADER,
    /** Reads raw; owns what builds make. */
    TRANSFORMER,
    /** Reads marts. */
    READER,
    /** Reads what ran, and the history. */
    AUDITOR;

    /** Its key in {@code bizops.yml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its role where the file gives no other name. */
    String role() {
        return "bizops_" + key();
    }

    /** Whether its logins make things, which then belong to the role. */
    public boolean makes() {
        return this == LOADER || this == TRANSFORMER;
    }

    /** Whether its logins only read, within limits. */
    public boolean onlyReads() {
        return this == READER || this == AUDITOR;
    }
}
