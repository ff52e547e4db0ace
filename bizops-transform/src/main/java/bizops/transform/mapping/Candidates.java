package bizops.transform.mapping;

import bizops.transform.staging.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what may hold a meaning: its defaults, then fields whose name has one of its words. Immutable. */
record Candidates(LoadedFields loaded) {
    private static final int MOST = 5;

    /** The defaults that exist, then similar names, those that read well first; at most five. */
    List<Candidate> of(Meaning meaning) {
        List<String> fields = loaded.fields(meaning);
        List<Candidate> candidates = new ArrayList<>();
        for (String known : meaning.defaults()) {
            fields.stream()
                    .filter(known::equalsIgnoreCase)
                    .forEach(name -> candidates.add(candidate(meaning, name, true)));
        }
        List<Candidate> similar = meaning.words().stream()
                .flatMap(word -> fields.stream().filter(name -> plain(name).contains(word)))
                .distinct()
                .filter(name -> meaning.defaults().stream().noneMatch(name::equalsIgnoreCase))
                .limit(MOST)
                .map(name -> candidate(meaning, name, false))
                .filter(Candidates::mayFit)
                .toList();
        Stream.of(true, false)
                .forEach(fits -> similar.stream()
                        .filter(candidate -> candidate.fits() == fits)
                        .forEach(candidates::add));
        return candidates.stream().limit(MOST).toList();
    }

    /** The best that fits and is no default. */
    Optional<String> suggestion(Meaning meaning) {
        return of(meaning).stream()
                .filter(candidate -> !candidate.isExact() && candidate.fits())
                .map(Candidate::name)
                .findFirst();
    }

    private Candidate candidate(Meaning meaning, String name, boolean isExact) {
        return new Candidate(name, isExact, loaded.profile(meaning, name));
    }

    /** What has values of which none can be read is something else. */
    private static boolean mayFit(Candidate candidate) {
        Optional<ColumnProfile> profile = candidate.profile();
        return profile.isEmpty() || profile.get().given() == 0 || profile.get().read() > 0;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("__c$", "").replaceAll("[^a-z0-9]", "");
    }
}
