/* Big numbers: each with its change against the period before and its target. */
const numbers = (() => {
  const arrow = { "-1": "▼ ", 0: "", 1: "▲ " };

  /** The months of a tile: all time where it does not follow the period. */
  const periodOf = ({ tile, chosen }) => (tile.ignore.includes("period") ? null : chosen.period);

  /* A number with all that stands below it; {@code before} is null where nothing is compared. */
  const lookedAt = (measure, result, before) => {
    const figure = result.whole(measure);
    const was = before === null ? null : before.whole(measure);
    const change = was === null ? null : comparison.change(measure, figure, was);
    const better = change === null ? null : comparison.isBetter(measure, change.direction);
    const wanted = result.tile.compare ? comparison.target(measure, periodOf(result)) : null;
    const reached = wanted === null ? null : comparison.reached(figure, wanted);
    const isBehind = verdict.isBehind(measure, figure, wanted, periodOf(result));
    return { measure, figure, was, change, better, wanted, reached, isBehind };
  };

  const changeOf = ({ measure, was, change, better }, result) => {
    if (was === null) return null;
    const text = `before: ${format.shown(was, measure, result)}${was.gap === null ? "" : ", " + was.gap}`;
    if (change === null) return dom.make("p", { class: "change" }, dom.make("span", { class: "was" }, text));
    const tone = better === null ? "plain" : better ? "better" : "worse";
    return dom.make(
      "p",
      { class: "change " + tone },
      dom.make("span", { "aria-hidden": "true" }, arrow[change.direction]),
      dom.make("span", { class: "by" }, change.text),
      " ",
      dom.make("span", { class: "was" }, text),
    );
  };

  const targetOf = ({ measure, wanted, reached, isBehind }, result) => {
    if (wanted === null) return null;
    const share = reached === null ? 0 : Math.max(0, Math.min(100, Number.parseFloat(reached.replaceAll(",", "").replace(exact.MINUS, "-"))));
    const bar = dom.make("span", { class: "bar", "aria-hidden": "true" }, dom.make("span", {}));
    bar.firstChild.style.width = share + "%";
    const text = "target " + format.shown(wanted, measure, result) + (reached === null ? "" : `, ${reached} of it`);
    return dom.make("p", { class: isBehind ? "target behind" : "target" }, text, bar);
  };

  const number = (looked, result) => {
    const { measure, figure } = looked;
    const unit = format.unit(measure);
    const shown = figure.gap === null && unit !== "%" ? unit : "";
    return dom.make(
      "li",
      { class: figure.gap === null ? "number" : "number gap", "data-measure": measure },
      dom.make("h3", {}, data.measures[measure].title, unit && shown ? dom.make("span", { class: "unit" }, shown) : null),
      dom.make("p", { class: "figure", title: figure.gap }, behind.linked(format.shown(figure, measure, result), figure, measure, [], result)),
      figure.gap === null ? null : dom.make("p", { class: "reason" }, figure.gap),
      changeOf(looked, result),
      targetOf(looked, result),
    );
  };

  /* So many in a line that the last line is as full as can be. */
  const lineOf = (count) => {
    const lacks = (columns) => Math.ceil(count / columns) * columns - count;
    return count <= 6 ? Math.max(count, 4) : [6, 5, 4].reduce((best, columns) => (lacks(columns) < lacks(best) ? columns : best));
  };

  const beforeOf = (result) => {
    const earlier = result.tile.compare && periodOf(result) !== null ? comparison.earlier(result.chosen) : null;
    return earlier === null ? null : figures.of(result.tile, earlier);
  };

  /** Prints the numbers into a list, and what is bad among them into a line. */
  const show = (list, line, result) => {
    list.className = "figures in-" + lineOf(result.tile.measures.length);
    const before = beforeOf(result);
    const all = result.tile.measures.map((measure) => lookedAt(measure, result, before));
    list.replaceChildren(...all.map((looked) => number(looked, result)));
    verdict.say(line, all.map(({ measure, change, better, reached, isBehind }) => ({
      measure,
      worse: better === false ? change.text : null,
      behind: isBehind ? (reached ?? "0%") : null,
    })));
  };

  /** The numbers' file: a line each, with what it is compared with. */
  const file = (result) => {
    const before = beforeOf(result);
    const plain = (figure, measure) => (figure === null ? "" : format.plain(figure, measure, result));
    const lines = result.tile.measures.map((measure) => {
      const { figure, was, wanted } = lookedAt(measure, result, before);
      const numbers = [plain(figure, measure), plain(was, measure), plain(wanted, measure)];
      return { labels: [data.measures[measure].title, format.unit(measure)], numbers };
    });
    return csv.of(["Measure", "Unit", "Figure", "Before", "Target"], lines);
  };

  return { show, file };
})();
