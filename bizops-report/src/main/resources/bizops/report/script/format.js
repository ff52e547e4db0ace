/* Figures as texts. */
const format = (() => {
  const GAP = "–";

  /* Whether every sum of a measure is whole in all rows of the model chosen: then its credits are shown whole. */
  const wholes = new Map();
  const isWhole = (measure, filters) => {
    const ofModel = filters.filter(({ key }) => key === "model");
    const id = measure + ofModel.map(({ text }) => text).join("");
    if (!wholes.has(id)) {
      wholes.set(id, formulas.sumsIn(data.measures[measure].formula).every(([cube, column]) => {
        const { limbs, unit } = data.cubes[cube].sums[column];
        return selection.rowsOf(data.cubes[cube], ofModel).every((row) => hasNoFraction(limbs, row, unit));
      }));
    }
    return wholes.get(id);
  };

  const hasNoFraction = (limbs, row, unit) => {
    let rest = Number(unit);
    for (let k = limbs.length - 1; k >= 0 && rest > 1; k--) {
      if (limbs[k][row] % Math.min(rest, 1e8) !== 0) return false;
      rest /= 1e8;
    }
    return true;
  };

  /* Or whether they come out whole in this table, as when all of a model's shares are added up. */
  const comesOutWhole = (measure, { tile, rows, columns, total }) => {
    const has = (of) => (columns ?? [null]).every((_, c) => exact.isWhole(of(c, measure)));
    return rows.every(({ figure }) => has(figure)) && (!tile.total || has(total));
  };

  const shownWhole = new WeakMap();
  const placesOf = (measure, result) => {
    const { unit, places } = data.measures[measure];
    if (unit !== "CREDIT") return places;
    if (!shownWhole.has(result)) shownWhole.set(result, new Map());
    const known = shownWhole.get(result);
    if (!known.has(measure)) {
      const whole = isWhole(measure, selection.conditions(result.tile, result.chosen)) || comesOutWhole(measure, result);
      known.set(measure, whole ? 0 : places);
    }
    return known.get(measure);
  };

  const hundred = exact.of(100);
  const isPercent = (measure) => data.measures[measure].unit === "PERCENT";

  const isCount = (measure) => data.measures[measure].unit === "COUNT";

  /** Digits without grouping, as in a file; empty for a gap. */
  const plain = (figure, measure, result) => {
    if (figure.gap !== null) return "";
    return exact.rounded(isPercent(measure) ? exact.times(figure, hundred) : figure, placesOf(measure, result));
  };

  /** As it is read. */
  const shown = (figure, measure, result) =>
    figure.gap !== null ? GAP : exact.grouped(plain(figure, measure, result)) + (isPercent(measure) ? "%" : "");

  /** For a chart alone: a double, or null. */
  const number = (figure, measure) => {
    if (figure.gap !== null) return null;
    return Number(exact.rounded(isPercent(measure) ? exact.times(figure, hundred) : figure, 4));
  };

  /** On an axis: short. */
  const short = (value) => plainShort(value).replace("-", exact.MINUS);

  const plainShort = (value) => {
    const size = Math.abs(value);
    if (size >= 1e9) return +(value / 1e9).toFixed(1) + "bn";
    if (size >= 1e6) return +(value / 1e6).toFixed(1) + "m";
    return size >= 1e3 ? +(value / 1e3).toFixed(size >= 1e4 ? 1 : 2) + "k" : String(+value.toFixed(2));
  };

  /** A share on an axis. */
  const share = (value) => exact.grouped(String(+value.toFixed(2))) + "%";

  const unit = (measure) => {
    const { unit: of } = data.measures[measure];
    return of === "MONEY" ? data.currency : { PERCENT: "%", DAYS: "days", MONTHS: "months" }[of] ?? "";
  };

  return { GAP, plain, shown, number, short, share, unit, isPercent, isCount };
})();
