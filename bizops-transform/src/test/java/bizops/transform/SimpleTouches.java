package bizops.transform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The touches of a world in their order. */
final class SimpleTouches {
    private final World world;
    private final SimpleIdentity identity;

    /** @param at day of creation, whose noon is the instant that orders touches of one day */
    record Touch(String id, String person, World.Campaign campaign, LocalDate day, LocalDate at) {}

    SimpleTouches(World world, SimpleIdentity identity) {
        this.world = world;
        this.identity = identity;
    }

    List<Touch> all() {
        List<Touch> touches = new ArrayList<>();
        for (World.Member member : world.members) {
            String person = identity.memberPerson(member);
            if (person != null && member.hasResponded() && !member.isDeleted()) {
                campaign(member.campaign())
                        .ifPresent(campaign -> touches.add(
                                new Touch("cm:" + member.id(), person, campaign, member.day(), member.created())));
            }
        }
        List<Touch> members = List.copyOf(touches);
        for (World.Activity activity : world.activities) {
            String person = identity.marketoPerson(activity.lead());
            Optional<World.Campaign> campaign = world.programs.stream()
                    .filter(program -> program.id().equals(activity.program()))
                    .findFirst()
                    .flatMap(program -> campaign(program.campaign()));
            if (activity.type() == 11 && person != null && campaign.isPresent()) {
                Touch touch =
                        new Touch("mkto:" + activity.id(), person, campaign.get(), activity.day(), activity.day());
                if (members.stream().noneMatch(member -> repeats(touch, member))) {
                    touches.add(touch);
                }
            }
        }
        touches.sort(Comparator.comparing(Touch::day)
                .thenComparing(Touch::at)
                .thenComparing(Touch::person)
                .thenComparing(touch -> touch.campaign().name())
                .thenComparing(Touch::id));
        return touches;
    }

    private static boolean repeats(Touch touch, Touch member) {
        return touch.person().equals(member.person())
                && touch.campaign().equals(member.campaign())
                && Math.abs(touch.day().toEpochDay() - member.day().toEpochDay()) <= World.DEDUP_DAYS;
    }

    private Optional<World.Campaign> campaign(@Nullable String id) {
        return world.campaigns.stream()
                .filter(campaign -> campaign.id().equals(id) && !campaign.isDeleted())
                .findFirst();
    }
}
