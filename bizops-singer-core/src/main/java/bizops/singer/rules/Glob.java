package bizops.singer.rules;

import java.util.List;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one; case counts. A pattern with wildcards
 * passes over the names that begin with {@code _sdc_}, which are nobody's data. Immutable.
 */
record Glob(String pattern) {
    private static final String TECHNICAL = "_sdc_";

    boolean isExact() {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }

    boolean matches(String name) {
        if (isExact()) {
            return pattern.equals(name);
        }
        return !name.startsWith(TECHNICAL) && matches(pattern, name);
    }

    /** Whether the pattern, taken apart at its dots, matches the names one by one, or as a whole the only name. */
    boolean matches(List<String> path) {
        if (path.size() == 1 && matches(path.get(0))) {
            return true;
        }
        String[] parts = pattern.split("\\.", -1);
        if (parts.length != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!new Glob(parts[i]).matches(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Goes back to the newest star only, so the time is the product of the lengths at worst. */
    private static boolean matches(String pattern, String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
