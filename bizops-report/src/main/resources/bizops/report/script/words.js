/* What is chosen, and what it does to a tile, in words. */
const words = (() => {
  const labelOf = (filter, key) => filter.values.find((value) => value.key === key)?.label ?? key ?? "Unknown";

  const period = (span) =>
    span === null ? "all time" : span.from === span.to ? span.from : span.from + " to " + span.to;

  const filter = (of, value) => {
    if (value === null && of.many) return "all";
    if (!of.many) return labelOf(of, value);
    return value.map((key) => labelOf(of, key)).join(", ") || "none";
  };

  /** The whole choice, as it stands above the figures and on paper. */
  const sentence = (chosen) => {
    const parts = data.hasPeriod ? ["Period: " + period(chosen.period)] : [];
    data.filters.forEach((of) => parts.push(of.title + ": " + filter(of, chosen.filters[of.key])));
    return parts.join(". ") + (parts.length ? "." : "");
  };

  const cubesOf = (tile) =>
    tile.rows !== null ? [data.cubes[tile.rows]] : figures.partsOf(tile, []).map(({ cube }) => cube);

  /* A single choice hides nothing as long as it is the first one. */
  const isActive = (of, chosen) =>
    of.many ? chosen.filters[of.key] !== null : chosen.filters[of.key] !== of.initial;

  /** What a tile's cubes lack, in sentences. */
  const missing = (tile) => [...new Set(cubesOf(tile).map((cube) => cube.missing).filter(Boolean))];

  /** What does not follow a filter that is chosen: one sentence, or none. */
  const unreached = (tile, chosen) => {
    const active = data.filters.filter((of) => isActive(of, chosen));
    if (data.hasPeriod && chosen.period !== null) active.push({ key: "period", title: "Period", dimension: "month" });
    const sentences = [];
    for (const { key, title, dimension } of active) {
      if (tile.where[key] !== undefined) continue;
      const missed = cubesOf(tile).filter((cube) => tile.ignore.includes(key) || !cube.dimensions[dimension]);
      if (missed.length === 0) continue;
      const all = missed.length === cubesOf(tile).length;
      sentences.push(title + (all ? "" : " (" + measuresOf(tile, missed).join(", ") + ")"));
    }
    return sentences.length ? "Not filtered by: " + sentences.join("; ") + "." : "";
  };

  const measuresOf = (tile, cubes) => {
    const names = new Set(cubes.map((cube) => cube.name));
    return tile.measures
      .filter((name) => formulas.cubesOf(data.measures[name].formula).some((cube) => names.has(cube)))
      .map((name) => data.measures[name].title);
  };

  /* Balances and lists of what is now have no months: they are of the day of the data. */
  const span = (tile, chosen) => {
    const has = (dimension) => cubesOf(tile).some((cube) => cube.dimensions[dimension]);
    if (!has("month")) return has("cohort") ? period(null) : "as of " + data.asOf;
    if (tile.ignore.includes("period") || chosen.period === null) return period(null);
    return period(chosen.period) + (months.isToDate(chosen.period) ? ", to date" : "");
  };

  /** The months that a tile tells of, and those it compares them with. */
  const when = (tile, chosen) => {
    const earlier = tile.compare && !tile.ignore.includes("period") ? comparison.earlier(chosen) : null;
    return span(tile, chosen) + (earlier === null ? "" : ", against " + period(earlier.period));
  };

  /** How many of a long list's rows the page has. */
  const partly = (rows) => {
    const cube = data.cubes[rows];
    return `Of ${exact.grouped(String(cube.allRows))} rows the first ${exact.grouped(String(cube.rows))} are in this page; a figure that leads here may count others too.`;
  };

  /** Why a tile has no rows. */
  const nothing = (tile, chosen) => {
    const cubes = cubesOf(tile).filter((cube) => tile.rows !== null || figures.makesRows(tile, cube));
    const [lack] = missing(tile);
    if (lack) return lack;
    if (cubes.every((cube) => cube.rows === 0)) return cubes.find((cube) => cube.empty)?.empty ?? "The marts hold no rows of this kind.";
    const none = data.filters.find((of) => of.many && chosen.filters[of.key]?.length === 0);
    if (none) return "Nothing is chosen among " + none.title.toLowerCase() + ": choose one, or reset.";
    const filters = selection.conditions(tile, chosen);
    const finds = (some) => cubes.some((cube) => selection.rowsOf(cube, some).length > 0);
    const guilty = filters.find((one) => finds(filters.filter((other) => other !== one)));
    if (guilty?.key === "period") return "Nothing in this period; the data has " + extent(cubes) + ".";
    if (guilty) return "Nothing in this selection; without the filter of " + titleOf(guilty.key) + " there would be rows.";
    return "Nothing in this selection.";
  };

  const titleOf = (key) => (data.filters.find((of) => of.key === key)?.title ?? key).toLowerCase();

  const extent = (cubes) => {
    const keys = cubes.flatMap((cube) => cube.dimensions.month?.keys ?? []).filter((key) => key !== null);
    if (keys.length === 0) return "no months";
    return "months from " + keys.reduce((a, b) => (a < b ? a : b)) + " to " + keys.reduce((a, b) => (a > b ? a : b));
  };

  return { sentence, when, period, labelOf, isActive, missing, unreached, partly, nothing };
})();
