package bizops.sandbox.company;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The picklist tables of a new org: opportunity stages and lead statuses. */
final class Masters {
    private Masters() {}

    static void install(World world) {
        for (Stage stage : Stage.values()) {
            world.org()
                    .insert(
                            "OpportunityStage",
                            Map.of(
                                    "MasterLabel", stage.label(),
                                    "ApiName", stage.label(),
                                    "IsActive", true,
                                    "SortOrder", BigDecimal.valueOf(stage.position()),
                                    "IsClosed", stage.isClosed(),
                                    "IsWon", stage.isWon(),
                                    "ForecastCategory", stage.forecast(),
                                    "ForecastCategoryName", stage.forecastName(),
                                    "DefaultProbability", BigDecimal.valueOf(stage.probability())));
        }
        List<String> statuses =
                List.of("Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted");
        for (String status : statuses) {
            world.org()
                    .insert(
                            "LeadStatus",
                            Map.of(
                                    "MasterLabel",
                                    status,
                                    "ApiName",
                                    status,
                                    "SortOrder",
                                    BigDecimal.valueOf(statuses.indexOf(status) + 1L),
                                    "IsDefault",
                                    statuses.indexOf(status) == 0,
                                    "IsConverted",
                                    status.equals("Closed - Converted")));
        }
    }
}
