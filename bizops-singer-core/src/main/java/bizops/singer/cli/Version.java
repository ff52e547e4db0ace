package bizops.singer.cli;

/** The version of this build, from the core's own jar: all executables of one archive share it. */
public final class Version {
    private Version() {}

    /** Such as {@code 1.2.0}; {@code development} when run from class folders. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The line of {@code --version}; its first two words are stable for scripts. */
    static String line(String program) {
        return program + " v" + current() + ", bizops-singer-core v" + current() + ", Java " + Runtime.version();
    }
}
