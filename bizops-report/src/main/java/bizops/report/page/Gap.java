package bizops.report.page;

/** Why a figure is not defined. A gap is shown as a dash with its reason, never as 0. */
enum Gap {
    SPEND_UNKNOWN("no spend is known"),
    NO_LEADS("no leads"),
    NO_CUSTOMERS("no new customers"),
    NO_IACV("no won IACV"),
    NO_MARGIN("no gross margin is set"),
    NO_LIFETIME("the average customer lifetime is unknown"),
    NO_COST("CAC is 0"),
    NO_SAO_DATE("no SAO date is known"),
    NO_SAOS("no SAOs"),
    NO_CONVERSION("no won opportunity with a touch"),
    NO_MEDIAN("the median conversion time is unknown");

    private final String reason;

    Gap(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
