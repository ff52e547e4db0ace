package bizops.sandbox.company;

import java.util.List;
import java.util.Optional;

/** The stages of a deal: their names sort by the number in front. */
enum Stage {
    PRE_OPPORTUNITY("00-Pre Opportunity", 0, "Omitted", "Omitted"),
    PENDING("0-Pending Acceptance", 5, "Pipeline", "Pipeline"),
    DISCOVERY("1-Discovery", 10, "Pipeline", "Pipeline"),
    SCOPING("2-Scoping", 20, "Pipeline", "Pipeline"),
    EVALUATION("3-Technical Evaluation", 40, "Pipeline", "Pipeline"),
    PROPOSAL("4-Proposal", 60, "BestCase", "Best Case"),
    NEGOTIATING("5-Negotiating", 80, "Forecast", "Commit"),
    WON("Closed Won", 100, "Closed", "Closed"),
    LOST("8-Closed Lost", 0, "Omitted", "Omitted"),
    UNQUALIFIED("9-Unqualified", 0, "Omitted", "Omitted"),
    DUPLICATE("10-Duplicate", 0, "Omitted", "Omitted");

    private final String label;
    private final int probability;
    private final String forecast;
    private final String forecastName;

    Stage(String label, int probability, String forecast, String forecastName) {
        this.label = label;
        this.probability = probability;
        this.forecast = forecast;
        this.forecastName = forecastName;
    }

    String label() {
        return label;
    }

    int probability() {
        return probability;
    }

    String forecast() {
        return forecast;
    }

    String forecastName() {
        return forecastName;
    }

    /** Its place among all stages, from 1. */
    int position() {
        return List.of(values()).indexOf(this) + 1;
    }

    boolean isClosed() {
        return compareTo(WON) >= 0;
    }

    boolean isWon() {
        return this == WON;
    }

    /** The next stage of a deal that goes well; none for a closed one. */
    Optional<Stage> next() {
        return isClosed() ? Optional.empty() : Optional.of(values()[position()]);
    }
}
