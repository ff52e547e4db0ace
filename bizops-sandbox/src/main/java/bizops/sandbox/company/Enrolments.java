package bizops.sandbox.company;

import bizops.sandbox.company.Channel.Status;
import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is in which program and how far: every step leaves an activity 104, the winning one with Success. */
final class Enrolments {
    private static final long NOT_IN_PROGRAM = 20;

    private final World world;
    private final Instance instance;

    Enrolments(World world, Instance instance) {
        this.world = world;
        this.instance = instance;
    }

    /** Puts a person into a program at its first step, unless it is there. */
    Member enter(Program program, Lead lead) {
        Member member = instance.memberships().find(program.id(), lead.id());
        if (member != null) {
            return member;
        }
        boolean acquired = Long.toString(program.id()).equals(lead.text("acquisitionProgramId"));
        Map<String, Object> values = new HashMap<>();
        values.put("acquiredBy", acquired);
        values.put("statusName", program.channel().entry().name());
        values.put("reachedSuccess", false);
        values.put(
                "isExhausted",
                program.channel() == Channel.NURTURE && world.chance().yes(0.1));
        if (program.channel() == Channel.NURTURE) {
            values.put("nurtureCadence", "norm");
            values.put("trackName", "Stream 1");
        }
        if (program.channel() == Channel.WEBINAR) {
            values.put("webinarUrl", "https://webinar.example/j/" + program.id() + "?p=" + lead.id());
            values.put("registrationCode", "R-" + program.id() + "-" + lead.id());
        }
        Member entered = instance.memberships().join(program.id(), lead.id(), values, instance.now());
        moved(program, entered, null, program.channel().entry());
        if (program.channel() == Channel.NURTURE) {
            instance.activities()
                    .add(Activity.of(ActivityTypes.ADD_TO_NURTURE, lead.id(), instance.now())
                            .campaign(program.entering().id())
                            .primary(program.id(), program.name())
                            .with("Track ID", 1L, "Track Name", "Stream 1"));
        }
        return entered;
    }

    /** Takes a member on to the winning step, in between over the others. */
    void win(Program program, Lead lead) {
        List<Status> steps = program.channel().statuses;
        Member member = enter(program, lead);
        while (!Boolean.TRUE.equals(member.values().get("reachedSuccess"))) {
            Status old = steps.stream()
                    .filter(step -> step.name().equals(member.values().get("statusName")))
                    .findFirst()
                    .orElse(steps.get(0));
            Status next = steps.get(Math.min(steps.indexOf(old) + 1, steps.size() - 1));
            Map<String, @Nullable Object> changes = new HashMap<>();
            changes.put("statusName", next.name());
            changes.put("reachedSuccess", next.success());
            changes.put("reachedSuccessDate", next.success() ? instance.now() : null);
            instance.memberships().change(member, changes, instance.now());
            moved(program, member, old, next);
        }
        if (instance.memberships().list(program.list().id(), lead.id())) {
            instance.activities()
                    .add(Activity.of(ActivityTypes.ADD_TO_LIST, lead.id(), instance.now())
                            .campaign(program.winning().id())
                            .primary(
                                    program.list().id(),
                                    program.name() + "." + program.list().name())
                            .with("Source", "Marketo Flow Action"));
        }
    }

    private void moved(Program program, Member member, @Nullable Status old, Status now) {
        String campaign =
                old == null ? program.entering().name() : program.winning().name();
        instance.activities()
                .add(Activity.of(ActivityTypes.CHANGE_STATUS, member.leadId(), instance.now())
                        .campaign(
                                old == null
                                        ? program.entering().id()
                                        : program.winning().id())
                        .primary(program.id(), program.name())
                        .with(
                                "Acquired By",
                                        Objects.requireNonNullElse(
                                                member.values().get("acquiredBy"), false),
                                "New Status", now.name(),
                                "New Status ID", now.id(),
                                "Old Status", old == null ? "Not in Program" : old.name(),
                                "Old Status ID", old == null ? NOT_IN_PROGRAM : old.id(),
                                "Program Member ID", member.number(),
                                "Reason", "Changed by Smart Campaign " + campaign + " action Change Status",
                                "Success", now.success()));
    }
}
