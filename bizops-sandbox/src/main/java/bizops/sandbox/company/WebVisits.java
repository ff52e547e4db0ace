package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.data.ActivityTypes;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.marketo.data.Lead;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do on the company's web site: visits and filled-out forms. */
final class WebVisits {
    private static final List<String> PAGES = List.of(
            "go.bizops.example/pricing",
            "go.bizops.example/product/überblick",
            "www.bizops.example/blog/attribution",
            "www.bizops.example/",
            "docs.bizops.example/start");
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
            "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");

    private final World world;
    private final Instance instance;

    WebVisits(World world, Instance instance) {
        this.world = world;
        this.instance = instance;
    }

    /** A first visit by an advertisement, and the form that made the person known, a minute apart. */
    void arrive(Lead lead, Program program) {
        Instant now = instance.now();
        String referrer = program.referrer().isEmpty() ? null : program.referrer();
        visit(
                lead,
                now.minusSeconds(world.chance().between(30, 240)),
                program.utm(),
                referrer,
                program.page().name());
        form(lead, now, program, referrer);
    }

    /** A later visit of any page. */
    void browse(Lead lead) {
        visit(lead, instance.now(), null, world.chance().yes(0.3) ? "https://www.bizops.example/" : null, null);
    }

    private void visit(
            Lead lead, Instant at, @Nullable String query, @Nullable String referrer, @Nullable String page) {
        String name = page == null ? world.chance().of(PAGES) : page;
        boolean search = referrer != null && referrer.contains("google");
        instance.activities()
                .add(Activity.of(ActivityTypes.VISIT_WEBPAGE, lead.id(), at)
                        .committed(instance.now())
                        .primary(page == null ? PAGES.indexOf(name) + 1L : 100L + name.length(), name)
                        .with(
                                "Client IP Address",
                                address(lead),
                                "Query Parameters",
                                Objects.requireNonNullElse(query, ""),
                                "Referrer URL",
                                referrer,
                                "Search Engine",
                                search ? "Google" : null,
                                "Search Query",
                                search ? "marketing \"attribution\", open" : null,
                                "User Agent",
                                agent(lead),
                                "Webpage URL",
                                page == null ? "/" + name.substring(name.indexOf('/') + 1) : "/lp.html"));
    }

    private void form(Lead lead, Instant at, Program program, @Nullable String referrer) {
        instance.activities()
                .add(Activity.of(ActivityTypes.FILL_OUT_FORM, lead.id(), at)
                        .primary(
                                program.form().id(),
                                program.name() + "." + program.form().name())
                        .with(
                                "Client IP Address", address(lead),
                                "Form Fields", fields(lead, program),
                                "Query Parameters", program.utm(),
                                "Referrer URL", referrer,
                                "User Agent", agent(lead),
                                "Webpage ID", program.page().id()));
    }

    private static String fields(Lead lead, Program program) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("module", "leadCapture");
        for (String field : List.of("firstName", "lastName", "email", "company")) {
            String value = lead.text(field);
            if (value != null) {
                fields.put(field.equals("email") ? "Email" : field, value);
            }
        }
        fields.put("utm_source", program.source());
        fields.put("utm_medium", program.medium());
        fields.put("utm_campaign", program.campaign().id());
        return PhpText.of(fields);
    }

    private static String address(Lead lead) {
        return "198.51.100." + lead.id() % 250;
    }

    private static String agent(Lead lead) {
        return AGENTS.get((int) (lead.id() % AGENTS.size()));
    }
}
