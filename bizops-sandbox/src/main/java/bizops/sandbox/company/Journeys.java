package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import java.util.List;

/** What a person does from its first touch on, beside the campaigns of which Salesforce knows. */
final class Journeys {
    private static final int MONTH = 30;
    private static final int MAILED_DAYS = 180;

    private final World world;
    private final Persons persons;
    private final Programs programs;
    private final WebVisits web;
    private final Mailings mailings;
    private final Scores scores;

    Journeys(World world, Instance instance, Persons persons, Programs programs) {
        this.world = world;
        this.persons = persons;
        this.programs = programs;
        this.web = new WebVisits(world, instance);
        this.scores = new Scores(instance);
        this.mailings = new Mailings(world, instance, persons, scores);
    }

    void begin(Lead lead, FirstTouch touch) {
        Program program = touch.program();
        if (program != null && touch.web()) {
            web.arrive(lead, program);
            scores.add(lead, 10, program);
        }
        int visits = world.chance().of(List.of(0, 1, 1, 2, 3, 5));
        for (int i = 0; i < visits; i++) {
            long id = lead.id();
            world.later(world.chance().days(MONTH), () -> browse(id));
        }
        int mails = world.chance().of(List.of(1, 2, 3, 4));
        for (int i = 1; i <= mails; i++) {
            long id = lead.id();
            world.later(Math.min(i * MONTH - world.chance().between(0, 20), MAILED_DAYS), () -> mail(id));
        }
    }

    private void browse(long id) {
        Lead lead = persons.today(id);
        if (lead != null) {
            web.browse(lead);
        }
    }

    private void mail(long id) {
        Lead lead = persons.today(id);
        List<Program> mailing = programs.mailing();
        if (lead != null && !mailing.isEmpty()) {
            mailings.send(world.chance().of(mailing), lead);
        }
    }

    /** The invitation to a program. */
    void invite(Program program, Lead lead) {
        mailings.send(program, lead);
    }

    /** A success in a program counts. */
    void won(Program program, Lead lead) {
        scores.add(lead, 15, program);
    }
}
