package bizops.cli.grants;

import bizops.cli.grants.Layout.Wish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Grants what is missing and revokes what is too much, once all belongs to its owners. Immutable. */
final class RightStatements {
    private static final String EVERYBODY = "";

    private final Layout layout;
    private final Standing standing;
    private final Map<Right.On, String> owners = new HashMap<>();

    RightStatements(Layout layout, Standing standing) {
        this.layout = layout;
        this.standing = standing;
        layout.owned().forEach((schema, owner) -> owners.put(Right.On.schema(schema), owner));
        for (Relation relation : standing.relations()) {
            layout.owner(relation).ifPresent(owner -> owners.put(Right.On.relation(relation), owner));
        }
    }

    void add(Consumer<String> statements) {
        Map<Right.On, Map<String, Set<String>>> missing = new LinkedHashMap<>();
        for (Right right : layout.rights(standing.database())) {
            if (!standing.rights().contains(right) && !isOwners(right)) {
                note(missing, right);
            }
        }
        layout.wishes().forEach(wish -> lacking(wish).forEach(right -> note(missing, right)));
        missing.forEach((on, byGrantee) -> byGrantee.forEach(
                (grantee, privileges) -> statements.accept(on.grant(String.join(", ", privileges), grantee))));
        Map<Right.On, Map<String, Set<String>>> excess = new LinkedHashMap<>();
        excess().forEach(right -> note(excess, right));
        excess.forEach((on, byGrantee) -> byGrantee.forEach(
                (grantee, privileges) -> statements.accept(on.revoke(String.join(", ", privileges), grantee))));
    }

    private static void note(Map<Right.On, Map<String, Set<String>>> rights, Right right) {
        boolean unused = rights.computeIfAbsent(right.on(), on -> new LinkedHashMap<>())
                .computeIfAbsent(right.grantee(), grantee -> new TreeSet<>())
                .add(right.privilege());
    }

    /** What one wish lacks: of what is there, in one statement if that says the same, and of what will be made. */
    private List<Right> lacking(Wish wish) {
        List<Relation> all = standing.relations().stream()
                .filter(relation -> relation.schema().equals(wish.schema()) && relation.objects() == wish.kind())
                .toList();
        List<Relation> meant =
                all.stream().filter(relation -> isMeant(wish, relation)).toList();
        List<Relation> lacking = meant.stream()
                .filter(relation -> !standing.rights().containsAll(wanted(wish, Right.On.relation(relation))))
                .toList();
        boolean together = wish.kind() == Kind.TABLES && lacking.size() > 1 && meant.size() == all.size();
        Set<Right> rights = new HashSet<>(wanted(wish, Right.On.later(wish.creator(), wish.schema(), wish.kind())));
        rights.removeAll(standing.rights());
        List<Right> there = together
                ? wanted(wish, Right.On.all(wish.schema(), wish.kind()))
                : lacking.stream()
                        .flatMap(relation -> wanted(wish, Right.On.relation(relation)).stream())
                        .toList();
        return Stream.concat(there.stream(), rights.stream()).toList();
    }

    private boolean isMeant(Wish wish, Relation relation) {
        return layout.owner(relation).filter(wish.creator()::equals).isPresent();
    }

    private static List<Right> wanted(Wish wish, Right.On on) {
        return wish.privileges().stream()
                .map(privilege -> new Right(on, wish.grantee(), privilege))
                .toList();
    }

    private List<Right> excess() {
        Set<Right> allowed = allowed();
        Set<String> judged = new HashSet<>(layout.exact());
        judged.add(EVERYBODY);
        return standing.rights().stream()
                .filter(right -> judged.contains(right.grantee()) && !allowed.contains(right) && !isOwners(right))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private Set<Right> allowed() {
        Set<Right> allowed = new HashSet<>(layout.rights(standing.database()));
        for (String schema : standing.schemas().keySet()) {
            String live = Layout.live(schema);
            layout.rights(standing.database()).stream()
                    .filter(right -> right.on().equals(Right.On.schema(live)))
                    .forEach(right ->
                            allowed.add(new Right(Right.On.schema(schema), right.grantee(), right.privilege())));
            layout.wishes().stream()
                    .filter(wish -> wish.schema().equals(live))
                    .forEach(wish -> allowed.addAll(wanted(wish, Right.On.later(wish.creator(), schema, wish.kind()))));
        }
        for (Relation relation : standing.relations()) {
            layout.wishes().stream()
                    .filter(wish -> wish.schema().equals(Layout.live(relation.schema()))
                            && wish.kind() == relation.objects()
                            && isMeant(wish, relation))
                    .forEach(wish -> allowed.addAll(wanted(wish, Right.On.relation(relation))));
        }
        return allowed;
    }

    /** Whether the grantee will own the thing once the statements before these have run. */
    private boolean isOwners(Right right) {
        return right.grantee().equals(owners.get(right.on()));
    }
}
