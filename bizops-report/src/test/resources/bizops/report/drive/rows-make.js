/* How each figure is made of the rows that it leads to, said once more: (rows, their number) -> figure. */
const makes = (() => {
  const number = (text) => Number(text ?? "");
  const sum = (column, where = () => true) => (rows) => rows.filter(where).reduce((all, row) => all + number(row[column]), 0);
  const count = (where = () => true) => (rows) => rows.filter(where).length;
  const median = (column) => (rows) => {
    const values = rows.filter((row) => row[column] !== "").map((row) => number(row[column])).sort((a, b) => a - b);
    const middle = Math.floor(values.length / 2);
    return values.length % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  };
  const ratio = (above, below, times = 1) => (rows) => (times * above(rows)) / below(rows);
  const is = (column, ...texts) => (row) => texts.includes(row[column]);
  const yes = (column) => is(column, "yes");
  const step = (name) => count(is("step", name));
  const of = (name, column = "weight") => sum(column, is("event", name));
  /** A share of what is listed elsewhere: of its own rows is nothing to be told but whether there are any. */
  const part = (rows) => (rows.length > 0 ? null : 0);
  const all = (names, make) => Object.fromEntries(names.map((name) => [name, make]));

  return {
    ...all(["won_iacv_share", "share_of_won", "sao_share", "cohort_net", "cohort_logo"], part),
    ...all(["spend", "company_spend"], sum("spend")),
    ...all(["leads", "saos", "won", "new_customers", "company_leads", "company_new_customers"], sum("weight")),
    ...all(["sao_iacv", "won_iacv", "company_won_iacv", "iacv_at_median", "iacv_at_any_time"], sum("iacv")),
    ...all([30, 60, 90, 180, 365].map((days) => "iacv_within_" + days), sum("iacv")),
    estimated_iacv: (rows) => 2 * sum("iacv")(rows),
    leads_per_customer: ratio(of("Lead"), of("New customer")),
    lead_conversion_rate: ratio(of("New customer"), of("Lead")),
    share_within_90: ratio(sum("iacv", is("closed_within", "30 days", "60 days", "90 days")), sum("iacv")),
    ...all(["won_deals", "won_with_touch", "sao_opportunities", "primary_saos", "company_saos"], count()),
    median_conversion_days: median("conversion_days"),
    sao_value: sum("iacv"),
    iacv_per_sao: ratio(sum("iacv"), count()),

    ...all(["funnel_leads", "mql", "converted", "with_opportunity", "funnel_saos", "won_leads"], count()),
    mql_rate: ratio(step("MQL"), step("Lead")),
    converted_rate: ratio(step("Converted"), step("MQL")),
    with_opportunity_rate: ratio(step("Opportunity"), step("Converted")),
    sao_rate: ratio(step("SAO"), step("Opportunity")),
    won_rate: ratio(step("Won"), step("SAO")),
    lead_to_sao_rate: ratio(step("SAO"), step("Lead")),
    lead_to_won_rate: ratio(step("Won"), step("Lead")),
    skipped_steps: sum("skipped_steps"),
    skipped_per_lead: ratio(sum("skipped_steps"), step("Lead"), 100),
    ...all(["lead_to_mql_days", "lead_to_sao_days", "lead_to_won_days"], median("days_from_lead")),
    mql_to_sao_days: median("days_from_mql"),
    sao_to_won_days: median("days_from_sao"),
    negative_steps: sum("against_time"),

    ...all(["open_opportunities", "past_due", "slip_baseline", "slip_count", "won_opportunities", "lost_opportunities"], count()),
    ...all(["open_amount", "past_due_amount", "flow_closing", "slip_baseline_amount", "slip_amount"], sum("amount")),
    ...all(["won_amount", "lost_amount"], sum("amount")),
    flow_opening: sum("amount_before"),
    weighted_amount: sum("weighted"),
    open_probability: ratio(sum("weighted"), sum("amount")),
    slip_rate: ratio(count(yes("is_slipped")), count()),
    slip_rate_amount: ratio(sum("amount", yes("is_slipped")), sum("amount")),
    closed_won_iacv: sum("iacv"),
    win_rate: ratio(count(is("result", "won")), count()),
    win_rate_amount: ratio(sum("amount", is("result", "won")), sum("amount")),
    average_won_amount: ratio(sum("amount"), count(({ amount }) => amount !== "")),
    sales_cycle: ratio(sum("cycle_days", ({ cycle_days }) => cycle_days >= 0), count(({ cycle_days }) => cycle_days >= 0)),
    ...all(["created", "increase", "reopened", "decrease", "won", "lost", "deleted"].map((kind) => "flow_" + kind), sum("amount")),
    ...all(["created", "amount", "reopened", "won", "lost", "deleted"].map((kind) => "moved_" + kind), sum("amount")),
    net_change: sum("amount"),

    ...all(["new", "expansion", "reactivation", "contraction", "churn"].map((kind) => "mrr_" + kind), sum("amount")),
    mrr_opening: sum("mrr_before"),
    ...all(["mrr_closing", "product_mrr", "organization_month_mrr"], sum("mrr")),
    arr_closing: (rows) => 12 * sum("mrr")(rows),
    ...all(["mrr_active", "product_active", "cohort_customers"], count()),
    arr_per_customer: ratio(sum("mrr"), count(yes("is_active")), 12),
    quick_ratio: ratio(sum("amount", is("kind", "new", "expansion", "reactivation")), sum("amount", is("kind", "contraction", "churn")), -1),
    net_retention: ratio(sum("mrr"), sum("year_before")),
    gross_retention: ratio(sum("retained"), sum("year_before")),
    logo_churn: ratio(count(is("since_a_year", "lost")), count()),
    renewal_rate: ratio(count(is("last_term", "renewed")), count()),
    ...all(["billed", "paid", "refunded"], sum("amount")),
    open_balance: sum("still_open"),

    ...all(["source_leads", "source_won", "source_won_within_30", "source_won_within_90", "source_negative"], count()),
    source_won_rate: ratio(count(yes("is_won")), count()),
    source_median_days: median("days"),
    source_amount: sum("amount"),
    source_iacv: sum("iacv"),
    ...all(["company_opportunities", "collateral_uses", "collateral_opportunities", "collateral_won"], count()),
    collateral_iacv: sum("iacv"),

    ...all(["health_failed", "health_notes", "audited_streams", "audited_differing", "audited_skipped"], count()),
    health_failing: sum("failing"),
    health_unread: sum("values"),
    audited_there: sum("vendor_rows"),
    audited_here: sum("our_rows"),

    organization_customers: count(),
    ...all(["organization_uses", "organization_activities"], count()),
    ...all(["organizations", "organization_touches"], count()),
    organization_people: sum("people"),
    all_touches: sum("touches"),
    organization_iacv: sum("won_iacv"),
    organization_mrr: sum("current_mrr"),
    organization_revenue: sum("revenue_to_date"),
    organization_cost: sum("attributed_cost"),
  };
})();
