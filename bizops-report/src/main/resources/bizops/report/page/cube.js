/* The data of the page: decoded once, summed again at each change of a filter. */
const cube = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("cube");
  const view = read("view");
  const UNATTRIBUTED = "(unattributed)";
  const scale = data.scale;
  const unit = 10n ** BigInt(scale);
  const sums = (values) => values.map((value) => (value === null ? null : exact.scaled(value, scale)));

  const facts = {
    ...data.facts,
    spend: sums(data.facts.spend),
    leads: sums(data.facts.leads),
    customers: sums(data.facts.customers),
    iacv: sums(data.facts.iacv),
    margin: sums(data.facts.margin),
    atMedian: sums(data.facts.atMedian),
  };
  const saoIacv = sums(data.saos.iacv);

  /* The facts of each model and basis, so that a filter looks at its own only. */
  const slices = new Map();
  const wholeCredits = data.models.map(() => true);
  facts.model.forEach((model, i) => {
    const key = model + "|" + facts.basis[i];
    if (!slices.has(key)) slices.set(key, []);
    slices.get(key).push(i);
    if (facts.leads[i] % unit !== 0n || facts.customers[i] % unit !== 0n) wholeCredits[model] = false;
  });

  const campaigns = data.campaigns.id.map((id, i) => ({
    id,
    name: data.campaigns.name[i],
    channel: data.campaigns.channel[i],
    unattributed: id === UNATTRIBUTED,
    spendKnown: data.campaigns.spendKnown[i] === 1,
  }));

  const empty = () => ({
    spend: null, unknown: 0, leads: 0n, customers: 0n, iacv: 0n, margin: 0n, atMedian: 0n, saos: 0, saoIacv: 0n, facts: 0,
  });

  const addFact = (group, i) => {
    group.facts += 1;
    if (facts.spend[i] !== null) group.spend = (group.spend ?? 0n) + facts.spend[i];
    group.leads += facts.leads[i];
    group.customers += facts.customers[i];
    group.iacv += facts.iacv[i];
    group.margin += facts.margin[i] ?? 0n;
    group.atMedian += facts.atMedian[i];
  };

  const addSao = (group, i) => {
    group.saos += data.saos.count[i];
    group.saoIacv += saoIacv[i];
  };

  const addGroup = (group, other) => {
    if (other.spend !== null) group.spend = (group.spend ?? 0n) + other.spend;
    for (const sum of ["unknown", "leads", "customers", "iacv", "margin", "atMedian", "saos", "saoIacv", "facts"]) {
      group[sum] += other[sum];
    }
  };

  /** The fact numbers of a selection. */
  const factsOf = (selection) => {
    const slice = slices.get(data.models.indexOf(selection.model) + "|" + data.bases.indexOf(selection.basis)) ?? [];
    return slice.filter(
      (i) => selection.hasMonth(facts.month[i]) && selection.hasChannel(campaigns[facts.campaign[i]].channel),
    );
  };

  const saosOf = (selection) =>
    data.saos.month
      .map((_, i) => i)
      .filter((i) => selection.hasMonth(data.saos.month[i]) && selection.hasChannel(data.saos.channel[i]));

  const conversionsOf = (selection) =>
    data.conversions.month
      .map((_, i) => i)
      .filter(
        (i) => selection.hasMonth(data.conversions.month[i]) && selection.hasChannel(data.conversions.channel[i]),
      );

  return {
    data, view, scale, facts, campaigns, wholeCredits, empty, addFact, addSao, addGroup, factsOf, saosOf,
    conversionsOf,
  };
})();
