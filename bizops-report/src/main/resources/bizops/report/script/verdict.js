/* What is bad among big numbers, in one line: those that are worse than before, and those behind their target. */
const verdict = (() => {
  /** Whether a figure is behind its target; a period that is not over may still reach it. */
  const isBehind = (measure, now, wanted, period) => {
    if (wanted === null || now.gap !== null) return false;
    const span = period ?? { from: months.first, to: months.last };
    if (months.isToDate(span)) return false;
    return comparison.isBetter(measure, exact.compare(now, wanted)) === false;
  };

  const listed = (title, found) =>
    found.length === 0 ? [] : [dom.make("strong", {}, title + ": "), found.join(", ") + ". "];

  /** Fills the line from the numbers: {measure, worse (a change, or null), behind (how much is reached, or null)}. */
  const say = (line, found) => {
    const titled = (key) =>
      found.filter((each) => each[key] !== null).map((each) => `${data.measures[each.measure].title} (${each[key]})`);
    const parts = [...listed("Worse than before", titled("worse")), ...listed("Behind target", titled("behind"))];
    line.hidden = parts.length === 0;
    line.replaceChildren(...parts);
  };

  return { isBehind, say };
})();
