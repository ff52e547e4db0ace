package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is in which program and on which static list. Owned by the org's lock. */
public final class Memberships {
    private static final long FIRST_NUMBER = 30_001;

    private final Map<Long, Map<Long, Member>> programs = new TreeMap<>();
    private final Map<Long, Set<Long>> lists = new TreeMap<>();
    private final List<Departure> departures = new ArrayList<>();
    private long joined;

    /** The members of a program in order of lead. */
    public List<Member> of(long programId) {
        return List.copyOf(programs.getOrDefault(programId, Map.of()).values());
    }

    public @Nullable Member find(long programId, long leadId) {
        return programs.getOrDefault(programId, Map.of()).get(leadId);
    }

    /** All members in order of program and lead. */
    public List<Member> all() {
        return programs.values().stream()
                .flatMap(members -> members.values().stream())
                .toList();
    }

    public Member join(long programId, long leadId, Map<String, ?> given, Instant now) {
        Map<String, Object> values = new HashMap<>(given);
        values.put("programId", programId);
        values.put("leadId", leadId);
        values.putIfAbsent("createdAt", now);
        values.putIfAbsent("membershipDate", now);
        values.put("updatedAt", now);
        Member member = new Member(FIRST_NUMBER + joined++, programId, leadId, values);
        programs.computeIfAbsent(programId, key -> new TreeMap<>()).put(leadId, member);
        return member;
    }

    public void change(Member member, Map<String, ? extends @Nullable Object> changes, Instant now) {
        member.change(changes, now);
    }

    public void leave(Member member, Instant now) {
        programs.getOrDefault(member.programId(), Map.of()).remove(member.leadId());
        departures.add(new Departure(member.programId(), member.leadId(), now));
    }

    /** Who left which program, in order of time. No API tells of them. */
    public List<Departure> departures() {
        return Collections.unmodifiableList(departures);
    }

    /** Puts a person on a list; says whether it was not there. */
    public boolean list(long listId, long leadId) {
        return lists.computeIfAbsent(listId, key -> new LinkedHashSet<>()).add(leadId);
    }

    public Set<Long> onList(long listId) {
        return Set.copyOf(lists.getOrDefault(listId, Set.of()));
    }

    /** A merge's loser is replaced by the winner, or falls out where the winner is already. */
    void reassign(long loser, long winner) {
        for (Map<Long, Member> members : programs.values()) {
            Member member = members.remove(loser);
            if (member != null && !members.containsKey(winner)) {
                Map<String, Object> values = new HashMap<>(member.values());
                values.put("leadId", winner);
                members.put(winner, new Member(member.number(), member.programId(), winner, values));
            }
        }
        remove(lists, loser, winner);
    }

    /** A deleted person is in no program and on no list. */
    void remove(long lead) {
        programs.values().forEach(members -> members.remove(lead));
        lists.values().forEach(leads -> leads.remove(lead));
    }

    private static void remove(Map<Long, Set<Long>> lists, long loser, long winner) {
        lists.values().stream().filter(leads -> leads.remove(loser)).forEach(leads -> leads.add(winner));
    }
}
