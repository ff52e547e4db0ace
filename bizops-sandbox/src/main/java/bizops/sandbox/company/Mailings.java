package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Mails: sent, delivered, opened, clicked, bounced, unsubscribed. The mail servers report minutes to hours after a mail
 * left, so these activities become visible late.
 */
final class Mailings {
    private static final int LATEST = 10_000;

    private final World world;
    private final Instance instance;
    private final Persons persons;
    private final Scores scores;

    Mailings(World world, Instance instance, Persons persons, Scores scores) {
        this.world = world;
        this.instance = instance;
        this.persons = persons;
        this.scores = scores;
    }

    /** Sends a program's mail to a person who may get mail. */
    void send(Program program, Lead lead) {
        if (!lead.exists() || lead.text("email") == null || lead.is("unsubscribed") || lead.is("emailInvalid")) {
            return;
        }
        Chance chance = world.chance();
        Instant sent = instance.now();
        long run = sent.getEpochSecond() % 100_000;
        Instant reported = sent.plusSeconds(chance.between(20, LATEST));
        log(program, lead, ActivityTypes.SEND_EMAIL, sent, reported, step(run));
        if (chance.yes(0.015)) {
            bounce(program, lead, reported, run);
            return;
        }
        log(
                program,
                lead,
                ActivityTypes.EMAIL_DELIVERED,
                sent.plusSeconds(chance.between(2, 90)),
                reported.plusSeconds(90),
                step(run));
        if (chance.yes(0.32)) {
            later(lead, chance.between(200, 170_000), reader -> open(program, reader, run));
        }
    }

    private void later(Lead lead, int seconds, Consumer<Lead> event) {
        world.agenda().at(instance.now().plusSeconds(seconds), () -> {
            Lead today = persons.today(lead.id());
            if (today != null) {
                event.accept(today);
            }
        });
    }

    private void open(Program program, Lead lead, long run) {
        Chance chance = world.chance();
        boolean bot = chance.yes(0.12);
        boolean mobile = chance.yes(0.4);
        Object[] reader = {
            "Bot Activity Pattern",
            bot ? "Rapid clicks" : "N/A",
            "Campaign Run ID",
            run,
            "Choice Number",
            0L,
            "Device",
            mobile ? "iPhone" : "unknown",
            "Is Bot Activity",
            bot,
            "Is Mobile Device",
            mobile,
            "Platform",
            mobile ? "iOS" : "Windows",
            "Step ID",
            12L,
            "Test Variant",
            0L,
            "User Agent",
            mobile ? "Apple Mail" : "Outlook"
        };
        Instant now = instance.now();
        log(program, lead, ActivityTypes.OPEN_EMAIL, now, now.plusSeconds(chance.between(0, 300)), reader);
        if (chance.yes(0.2)) {
            Object[] click = Arrays.copyOf(reader, reader.length + 4);
            click[reader.length] = "Link";
            click[reader.length + 1] =
                    "https://go.bizops.example/lp" + program.page().id() + ".html?" + program.utm();
            click[reader.length + 2] = "Link ID";
            click[reader.length + 3] = Long.toString(program.page().id() + 7);
            log(program, lead, ActivityTypes.CLICK_EMAIL, now, now.plusSeconds(chance.between(0, 300)), click);
            scores.add(lead, 5, program);
        } else if (chance.yes(0.01)) {
            log(
                    program,
                    lead,
                    ActivityTypes.UNSUBSCRIBE,
                    now,
                    now,
                    "Campaign Run ID",
                    run,
                    "Client IP Address",
                    "203.0.113.9");
            instance.change(lead, Map.of("unsubscribed", true), "Marketo Flow Action", "Unsubscribed by mail");
        }
    }

    private void bounce(Program program, Lead lead, Instant reported, long run) {
        Instant now = instance.now();
        log(
                program,
                lead,
                ActivityTypes.EMAIL_BOUNCED,
                now.plusSeconds(5),
                reported.plusSeconds(5),
                "Campaign Run ID",
                run,
                "Category",
                "2",
                "Details",
                "550 5.1.1 <" + lead.text("email") + ">\r\n: user \"unknown\"",
                "Email",
                lead.text("email"),
                "Subcategory",
                "2003");
        instance.change(
                lead,
                Map.of("emailInvalid", true, "emailInvalidCause", "550 5.1.1 user unknown"),
                "Marketo",
                "Bounced");
    }

    private static Object[] step(long run) {
        return new Object[] {
            "Campaign Run ID", run, "Choice Number", 0L, "Has Predictive", false, "Step ID", 12L, "Test Variant", 0L
        };
    }

    private void log(
            Program program, Lead lead, int type, Instant at, Instant committed, @Nullable Object... attributes) {
        instance.activities()
                .add(Activity.of(type, lead.id(), at)
                        .committed(committed.isBefore(at) ? at : committed)
                        .campaign(program.winning().id())
                        .primary(
                                program.email().id(),
                                program.name() + "." + program.email().name())
                        .with(attributes));
    }
}
