package bizops.transform.staging;

import bizops.singer.config.Problems;
import bizops.singer.error.ConfigException;
import bizops.transform.config.Mapping;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.raw.RawCatalog;
import bizops.transform.raw.RawSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All staging tables bound to what the raw schemas hold. Immutable. */
public final class StagingPlan {
    private static final String SALESFORCE = "salesforce";

    private final List<StagingSource> sources;
    private final SpendLoad spend;
    private final List<Note> notes;

    private StagingPlan(List<StagingSource> sources, SpendLoad spend, List<Note> notes) {
        this.sources = sources;
        this.spend = spend;
        this.notes = notes;
    }

    /**
     * Looks at what exists.
     *
     * @throws ConfigException when the raw schema or a required object is missing, all of them at once
     */
    public static StagingPlan of(RawCatalog catalog, WarehouseConfig config, Mapping mapping) {
        Map<String, RawSchema> schemas = new HashMap<>();
        config.rawSchemas().forEach((vendor, name) -> schemas.put(vendor, catalog.read(name, config.rawNames())));
        RawSchema salesforce = schemas.get(SALESFORCE);
        if (salesforce == null || salesforce.isEmpty()) {
            throw new ConfigException("raw schema \"" + config.rawSchemas().get(SALESFORCE)
                    + "\" is missing, empty, or not readable by user \"" + config.user()
                    + "\"; load Salesforce first, or set raw_salesforce_schema");
        }
        Problems problems = new Problems();
        List<StagingSource> sources = new ArrayList<>();
        for (StagingTable table : StagingTable.all()) {
            RawSchema schema = schemas.getOrDefault(table.vendor(), new RawSchema(table.vendor(), List.of(), Map.of()));
            sources.add(new SourceBinder(schema, mapping, problems).bind(table));
        }
        SpendLoad spend = new SpendBinder(name -> catalog.read(name, config.rawNames()), mapping, problems).bind();
        problems.throwIfAny();
        return new StagingPlan(List.copyOf(sources), spend, notes(sources, schemas));
    }

    public List<StagingLoad> loads() {
        List<StagingLoad> loads = new ArrayList<>();
        sources.forEach(source -> loads.add(new ObjectLoad(source)));
        loads.add(spend);
        return List.copyOf(loads);
    }

    /** The names of all staging tables that are filled from raw, whatever exists there. */
    public static List<String> tables() {
        List<String> names = new ArrayList<>();
        StagingTable.all().forEach(table -> names.add(table.name()));
        names.add(SpendBinder.TABLE);
        return List.copyOf(names);
    }

    /** Which raw tables and columns are read, and how: two plans that agree in it fill tables from raw alike. */
    public String shape() {
        StringBuilder shape = new StringBuilder();
        sources.forEach(source -> shape.append(source.shape()).append('\n'));
        spend.parts()
                .forEach(part -> shape.append(part.table())
                        .append(part.currencyCode())
                        .append(part.source().shape())
                        .append('\n'));
        return shape.toString();
    }

    /** What is missing. */
    public List<Note> notes() {
        return notes;
    }

    /** A vendor that is not there at all is one note, not one for each of its objects. */
    private static List<Note> notes(List<StagingSource> sources, Map<String, RawSchema> schemas) {
        List<Note> notes = new ArrayList<>();
        sources.stream()
                .filter(source -> !isAbsent(schemas, source.table().vendor()))
                .forEach(source -> notes.addAll(source.notes()));
        if (isAbsent(schemas, "marketo")) {
            notes.add(new Note(
                    "no_marketo",
                    "marketo",
                    "no raw Marketo tables: touches come from campaign members only",
                    Optional.empty(),
                    List.of("leads", "new_customers", "won_iacv", "sao", "collateral_usage")));
        }
        if (isAbsent(schemas, "zuora")) {
            notes.add(new Note(
                    "no_billing",
                    "zuora",
                    "no raw Zuora tables: no MRR; LTV and ROI take average_retention_months of settings.json,"
                            + " and are null without it",
                    Optional.empty(),
                    List.of("mrr", "ltv", "roi")));
        }
        Set<List<String>> said = new HashSet<>();
        return notes.stream()
                .filter(note -> said.add(List.of(note.code(), note.object())))
                .toList();
    }

    private static boolean isAbsent(Map<String, RawSchema> schemas, String vendor) {
        RawSchema schema = schemas.get(vendor);
        return schema == null || schema.isEmpty();
    }
}
