/* The measures as formulas over the sums of a group; the same as the page's first figures are made by. */
const formulas = (() => {
  const { data, scale } = cube;
  const unit = 10n ** BigInt(scale);
  const amount = (sum) => exact.of(sum, unit);
  const count = (number) => exact.of(number);
  const lifetime = exact.decimal(data.averageRetentionMonths, "NO_LIFETIME");

  const spend = (g) => (g.spend === null ? exact.missing("SPEND_UNKNOWN") : amount(g.spend));
  const cac = (g) => exact.over(spend(g), amount(g.customers), "NO_CUSTOMERS");
  const atMedian = (g) => (data.medianConversionDays === null ? exact.missing("NO_MEDIAN") : amount(g.atMedian));
  const ltv = (g) => {
    const margin = data.marginKnown || g.customers === 0n ? amount(g.margin) : exact.missing("NO_MARGIN");
    const perCustomer = exact.over(margin, amount(g.customers), "NO_CUSTOMERS");
    return exact.over(exact.times(perCustomer, lifetime), exact.of(12), "NO_LIFETIME");
  };
  const saos = (g) => (data.saosDefined ? count(g.saos) : exact.missing("NO_SAO_DATE"));
  const saoIacv = (g) => (data.saosDefined ? amount(g.saoIacv) : exact.missing("NO_SAO_DATE"));

  return {
    spend,
    spend_unknown_campaigns: (g) => count(g.unknown),
    leads: (g) => amount(g.leads),
    cost_per_lead: (g) => exact.over(spend(g), amount(g.leads), "NO_LEADS"),
    new_customers: (g) => amount(g.customers),
    leads_per_customer: (g) => exact.over(amount(g.leads), amount(g.customers), "NO_CUSTOMERS"),
    cac,
    won_iacv: (g) => amount(g.iacv),
    cost_per_iacv_dollar: (g) => exact.over(spend(g), amount(g.iacv), "NO_IACV"),
    iacv_at_median: atMedian,
    estimated_iacv: (g) => exact.times(atMedian(g), exact.of(2)),
    ltv,
    roi: (g) => exact.over(ltv(g), cac(g), "NO_COST"),
    saos,
    sao_iacv: saoIacv,
    iacv_per_sao: (g) => exact.over(saoIacv(g), saos(g), "NO_SAOS"),
  };
})();
