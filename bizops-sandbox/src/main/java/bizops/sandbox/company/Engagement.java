package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import bizops.sandbox.marketo.data.Member;
import bizops.sandbox.salesforce.data.Org.Change;
import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people do with the company's marketing, as its Marketo instance sees it: the instance follows the Salesforce
 * org, and adds visits, mails and forms of its own. What it draws from is luck of its own.
 */
final class Engagement {
    private static final Map<String, Set<String>> IGNORED = Map.of(
            "Lead",
            Set.of("IsUnreadByOwner", "LastModifiedDate", "SystemModstamp", "LastModifiedById"),
            "Contact",
            Set.of("LastModifiedDate", "SystemModstamp", "LastModifiedById"));
    private static final int SYNC_SECONDS = 300;

    private final World world;
    private final Instance instance;
    private final Persons persons;
    private final Programs programs;
    private final Enrolments enrolments;
    private final Journeys journeys;
    private final SalesforceSync sync;

    /** @param opening when the sandbox starts; what was deleted before stays known for a while */
    Engagement(World company, Instant opening) {
        world = company.apart("engagement");
        instance = new Instance(world.org()::now, opening);
        persons = new Persons(world, instance);
        programs = new Programs(world, instance);
        enrolments = new Enrolments(world, instance);
        journeys = new Journeys(world, instance, persons, programs);
        sync = new SalesforceSync(world, instance, persons, programs, journeys::begin);
        Subscribers.arrive(world, instance, programs, journeys);
        world.org().follow(this::follow);
    }

    Instance instance() {
        return instance;
    }

    private void follow(Change change) {
        switch (change.object()) {
            case "Campaign" -> campaign(change);
            case "Lead" -> person(change, false);
            case "Contact" -> person(change, true);
            case "CampaignMember" -> member(change);
            default -> {}
        }
    }

    private void soon(int seconds, Runnable event) {
        world.agenda().at(world.org().now().plusSeconds(seconds), event);
    }

    private void campaign(Change change) {
        Row row = change.row();
        if (change.isInsert()) {
            programs.open(row);
            costs(row, row.number("BudgetedCost"), "Budget");
        } else {
            programs.changed(row);
            if (row.number("ActualCost") != null) {
                costs(row, row.number("ActualCost"), "Invoiced; final");
            }
        }
    }

    private void costs(Row row, @Nullable BigDecimal total, String note) {
        Program program = programs.of(row.id());
        LocalDate start = row.date("StartDate");
        LocalDate end = row.date("EndDate");
        if (program != null && start != null && end != null) {
            Period.costs(program.asset(), total, start, end, note);
        }
    }

    private void person(Change change, boolean contact) {
        Row row = change.row();
        if (change.isInsert()) {
            soon(contact ? SYNC_SECONDS : 0, contact ? () -> sync.contact(row) : () -> sync.lead(row));
        } else if (row.text("MasterRecordId") != null) {
            if (change.before().get("MasterRecordId") == null) {
                soon(SYNC_SECONDS, () -> sync.merged(row));
            }
        } else if (change.becomes("IsDeleted")) {
            soon(SYNC_SECONDS, () -> sync.deleted(row, contact));
        } else if (change.becomes("IsConverted")) {
            soon(0, () -> sync.converted(row));
        } else if (differs(change)) {
            soon(SYNC_SECONDS, () -> sync.changed(row, contact));
        }
    }

    private static boolean differs(Change change) {
        Set<String> ignored = IGNORED.getOrDefault(change.object(), Set.of());
        return change.row().values().entrySet().stream()
                .anyMatch(entry -> !ignored.contains(entry.getKey())
                        && !entry.getValue().equals(change.before().get(entry.getKey())));
    }

    private void member(Change change) {
        Row row = change.row();
        Program program = programs.of(row.text("CampaignId"));
        if (program == null) {
            return;
        }
        if (change.isInsert()) {
            soon(1, () -> enter(program, row));
        }
        if (change.becomes("HasResponded")) {
            soon(world.chance().between(60, 90_000), () -> win(program, row));
        }
        if (row.goneAt() != null) {
            soon(SYNC_SECONDS, () -> leave(program, row));
        }
    }

    private void enter(Program program, Row member) {
        Lead lead = lead(member);
        if (lead != null) {
            enrolments.enter(program, lead);
            if (program.channel() != Channel.ADVERTISING) {
                journeys.invite(program, lead);
            }
        }
    }

    private void win(Program program, Row member) {
        Lead lead = lead(member);
        if (lead != null && World.alive(member)) {
            enrolments.win(program, lead);
            journeys.won(program, lead);
        }
    }

    private void leave(Program program, Row row) {
        Lead lead = lead(row);
        Member member = lead == null ? null : instance.memberships().find(program.id(), lead.id());
        if (member != null) {
            instance.memberships().leave(member, instance.now());
        }
    }

    private @Nullable Lead lead(Row member) {
        String contact = member.text("ContactId");
        return persons.of(contact != null && persons.of(contact) != null ? contact : member.text("LeadId"));
    }
}
