/* Big numbers: each with its change against the period before and its target. */
const numbers = (() => {
  const arrow = { "-1": "▼ ", 0: "", 1: "▲ " };

  const changeOf = (measure, result, before) => {
    if (before === null) return null;
    const found = comparison.change(measure, result.whole(measure), before.whole(measure));
    const was = format.shown(before.whole(measure), measure, before);
    if (found === null) return dom.make("p", { class: "change" }, dom.make("span", { class: "was" }, `before: ${was}`));
    const better = comparison.isBetter(measure, found.direction);
    const tone = better === null ? "plain" : better ? "better" : "worse";
    return dom.make(
      "p",
      { class: "change " + tone },
      dom.make("span", { "aria-hidden": "true" }, arrow[found.direction]),
      dom.make("span", { class: "by" }, found.text),
      " ",
      dom.make("span", { class: "was" }, `before: ${was}`),
    );
  };

  /** The months of a tile: all time where it does not follow the period. */
  const periodOf = ({ tile, chosen }) => (tile.ignore.includes("period") ? null : chosen.period);

  const targetOf = (measure, result) => {
    const wanted = comparison.target(measure, periodOf(result));
    if (wanted === null) return null;
    const now = result.whole(measure);
    const reached = comparison.reached(now, wanted);
    const share = reached === null ? 0 : Math.max(0, Math.min(100, Number.parseFloat(reached.replaceAll(",", ""))));
    const bar = dom.make("span", { class: "bar", "aria-hidden": "true" }, dom.make("span", {}));
    bar.firstChild.style.width = share + "%";
    const text = "target " + format.shown(wanted, measure, result) + (reached === null ? "" : `, ${reached} of it`);
    return dom.make("p", { class: "target" }, text, bar);
  };

  const number = (measure, result, before) => {
    const figure = result.whole(measure);
    const unit = format.unit(measure);
    const shown = figure.gap === null && unit !== "%" ? unit : "";
    return dom.make(
      "li",
      { class: figure.gap === null ? "number" : "number gap", "data-measure": measure },
      dom.make("h3", {}, data.measures[measure].title, unit && shown ? dom.make("span", { class: "unit" }, shown) : null),
      dom.make("p", { class: "figure", title: figure.gap }, format.shown(figure, measure, result)),
      figure.gap === null ? null : dom.make("p", { class: "reason" }, figure.gap),
      result.tile.compare ? changeOf(measure, result, before) : null,
      result.tile.compare ? targetOf(measure, result) : null,
    );
  };

  /* So many in a line that the last line is as full as can be. */
  const lineOf = (count) => {
    const lacks = (columns) => Math.ceil(count / columns) * columns - count;
    return count <= 6 ? Math.max(count, 4) : [6, 5, 4].reduce((best, columns) => (lacks(columns) < lacks(best) ? columns : best));
  };

  const show = (list, result) => {
    list.style.setProperty("--columns", lineOf(result.tile.measures.length));
    const earlier = result.tile.compare && periodOf(result) !== null ? comparison.earlier(result.chosen) : null;
    const before = earlier === null ? null : figures.of(result.tile, earlier);
    list.replaceChildren(...result.tile.measures.map((measure) => number(measure, result, before)));
  };

  return { show };
})();
