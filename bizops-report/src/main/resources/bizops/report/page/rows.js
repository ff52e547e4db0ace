/* The rows of each table and the total of a selection, exact and unformatted. */
const rows = (() => {
  const { data, view, campaigns } = cube;
  const TOTAL = "Total";
  const figures = (table, group) =>
    Object.fromEntries(view.tables[table].measures.map((measure) => [measure, formulas[measure](group)]));
  const row = (key, labels, values) => ({ key, labels, values });

  /** Sums by campaign, for every campaign of the chosen channels, also those without a fact. */
  const byCampaign = (selection) => {
    const groups = new Map();
    campaigns.forEach((campaign, i) => {
      if (!selection.hasChannel(campaign.channel)) return;
      const group = cube.empty();
      if (!campaign.unattributed && campaign.spendKnown) group.spend = 0n;
      if (!campaign.unattributed && !campaign.spendKnown) group.unknown = 1;
      groups.set(i, group);
    });
    cube.factsOf(selection).forEach((i) => cube.addFact(groups.get(cube.facts.campaign[i]), i));
    return groups;
  };

  const total = (selection, groups) => {
    const all = cube.empty();
    groups.forEach((group) => cube.addGroup(all, group));
    cube.saosOf(selection).forEach((i) => cube.addSao(all, i));
    return all;
  };

  const ofChannels = (groups, all) => {
    const channels = new Map();
    groups.forEach((group, i) => {
      const channel = data.channels[campaigns[i].channel];
      if (!channels.has(channel)) channels.set(channel, cube.empty());
      cube.addGroup(channels.get(channel), group);
    });
    return {
      rows: [...channels].map(([channel, group]) => row(channel, [channel], figures("channels", group))),
      total: row("total", [TOTAL], figures("channels", all)),
    };
  };

  const ofCampaigns = (groups, all) => ({
    rows: [...groups].map(([i, group]) =>
      row(campaigns[i].id, [campaigns[i].name, data.channels[campaigns[i].channel]], figures("campaigns", group)),
    ),
    total: row("total", [TOTAL, ""], figures("campaigns", all)),
  });

  const ofMonths = (selection, all) => {
    const known = campaigns.some((c) => c.spendKnown && !c.unattributed && selection.hasChannel(c.channel));
    const months = new Map();
    data.months.forEach((_, month) => {
      if (selection.hasMonth(month)) months.set(month, { ...cube.empty(), spend: known ? 0n : null });
    });
    cube.factsOf(selection).forEach((i) => cube.addFact(months.get(cube.facts.month[i]), i));
    cube.saosOf(selection).forEach((i) => cube.addSao(months.get(data.saos.month[i]), i));
    return {
      rows: [...months].map(([m, group]) => row(data.months[m], [data.months[m]], figures("months", group))),
      total: row("total", [TOTAL], figures("months", all)),
    };
  };

  const ofSources = (selection) => {
    const groups = new Map();
    const all = cube.empty();
    cube.saosOf(selection).forEach((i) => {
      const source = data.saos[selection.by][i];
      if (!groups.has(source)) groups.set(source, cube.empty());
      cube.addSao(groups.get(source), i);
      cube.addSao(all, i);
    });
    const values = (group) => ({
      saos: formulas.saos(group),
      sao_share: exact.over(formulas.saos(group), formulas.saos(all), "NO_SAOS"),
      sao_iacv: formulas.sao_iacv(group),
      iacv_per_sao: formulas.iacv_per_sao(group),
    });
    return {
      rows: [...groups].map(([source, group]) =>
        row(source === null ? "null" : "=" + source, [source ?? "Unknown"], values(group)),
      ),
      total: row("total", [TOTAL], values(all)),
    };
  };

  /** Won opportunities as a distribution: how many there are, and how many of each number of days. */
  const waits = (numbers) => {
    const byDays = new Map();
    let won = 0;
    let timed = 0;
    numbers.forEach((i) => {
      const { days, count } = data.conversions;
      won += count[i];
      if (days[i] === null) return;
      timed += count[i];
      byDays.set(days[i], (byDays.get(days[i]) ?? 0) + count[i]);
    });
    const sorted = [...byDays].sort((a, b) => a[0] - b[0]);
    const at = (position) => {
      let before = 0;
      return sorted.find(([, count]) => (before += count) > position)[0];
    };
    const median = () =>
      timed === 0
        ? exact.missing("NO_CONVERSION")
        : exact.of(at(Math.floor((timed - 1) / 2)) + at(Math.floor(timed / 2)), 2);
    const within = (above, limit) =>
      sorted.filter(([days]) => days > above && days <= limit).reduce((sum, [, count]) => sum + count, 0);
    return { won, timed, median: median(), within };
  };

  const ofDays = (selection) => {
    const { timed, within } = waits(cube.conversionsOf(selection));
    const all = exact.of(timed);
    const share = (number) => exact.over(exact.of(number), all, "NO_CONVERSION");
    const ends = [-Infinity, ...view.limits, Infinity];
    const label = (above, limit) =>
      above === -Infinity ? "0–" + limit : limit === Infinity ? "over " + above : above + 1 + "–" + limit;
    const values = (count, soFar) => ({
      won_with_touch: exact.of(count),
      share_of_won: share(count),
      share_so_far: share(soFar),
    });
    return {
      rows: ends.slice(1).map((limit, i) => {
        const name = label(ends[i], limit);
        return row(name, [name], values(within(ends[i], limit), within(-Infinity, limit)));
      }),
      total: row("total", [TOTAL], values(timed, timed)),
    };
  };

  const ofConversionChannels = (selection) => {
    const groups = new Map();
    const all = cube.conversionsOf(selection);
    all.forEach((i) => {
      const channel = data.channels[data.conversions.channel[i]];
      if (!groups.has(channel)) groups.set(channel, []);
      groups.get(channel).push(i);
    });
    const values = (numbers) => {
      const { won, timed, median } = waits(numbers);
      return { won_deals: exact.of(won), won_with_touch: exact.of(timed), median_days: median };
    };
    return {
      rows: [...groups].map(([channel, numbers]) => row(channel, [channel], values(numbers))),
      total: row("total", [TOTAL], values(all)),
    };
  };

  /** Everything that the page shows of a selection. */
  const of = (selection) => {
    const groups = byCampaign(selection);
    const all = total(selection, groups);
    const conversions = ofConversionChannels(selection);
    return {
      total: all,
      median: conversions.total.values.median_days,
      tables: {
        channels: ofChannels(groups, all),
        campaigns: ofCampaigns(groups, all),
        months: ofMonths(selection, all),
        "sao-sources": ofSources(selection),
        "conversion-days": ofDays(selection),
        "conversion-channels": conversions,
      },
    };
  };

  return { of };
})();
