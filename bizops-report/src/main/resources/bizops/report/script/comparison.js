/* Figures beside the period before, and beside their targets. */
const comparison = (() => {
  const hundred = exact.of(100);
  const size = (figure) => ({ ...figure, num: figure.num < 0n ? -figure.num : figure.num });

  /** What was chosen, one period earlier; null where there is none in the data. */
  const earlier = (chosen) => {
    if (chosen.period === null) return null;
    const before = months.before(chosen.period);
    return months.first === undefined || before.from < months.first ? null : { ...chosen, period: before };
  };

  const signed = (text) => (text.startsWith("-") || /^0(\.0)?$/.test(text) ? text : "+" + text);

  /** {text, direction: -1, 0 or 1} of a change, or null where there is none. */
  const change = (measure, now, before) => {
    if (now.gap !== null || before.gap !== null) return null;
    const difference = exact.minus(now, before);
    const points = format.isPercent(measure);
    const figure = points ? difference : exact.over(difference, size(before), "none before");
    if (figure.gap !== null) return null;
    const text = exact.rounded(exact.times(figure, hundred), 1);
    const direction = exact.compare(now, before);
    return { text: exact.grouped(signed(text)) + (points ? " points" : "%"), direction };
  };

  /** Whether a change is for the better: true, false, or null where nobody says. */
  const isBetter = (measure, direction) => {
    const { better } = data.measures[measure];
    if (direction === 0 || (better !== "HIGHER" && better !== "LOWER")) return null;
    return direction > 0 === (better === "HIGHER");
  };

  /** The target of the months chosen, exact; null where there is none, or one month lacks it. */
  const target = (measure, period) => {
    const all = data.targets.filter((target) => target.measure === measure);
    const byMonth = new Map(all.filter(({ month }) => month !== null).map(({ month, value }) => [month, value]));
    if (byMonth.size > 0) {
      const span = period === null ? data.months : months.within(period);
      if (span.length === 0 || !span.every((month) => byMonth.has(month))) return null;
      return span.reduce((sum, month) => exact.plus(sum, exact.decimal(byMonth.get(month))), exact.of(0));
    }
    return all.length > 0 ? exact.decimal(all[0].value) : null;
  };

  /** How much of a target is reached, in percent; null where that says nothing. */
  const reached = (now, wanted) => {
    const part = exact.over(now, wanted, "no target");
    return part.gap !== null ? null : exact.grouped(exact.rounded(exact.times(part, hundred), 1)) + "%";
  };

  return { earlier, change, isBetter, target, reached };
})();
