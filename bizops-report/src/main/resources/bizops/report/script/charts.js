/* The charts of a tile: each is drawn when it comes near the screen, and says in words when there is nothing to draw. */
const charts = (() => {
  const NEAR = "400px";
  /** What to draw in a holder once it is near. */
  const waiting = new Map();

  const paint = (holder) => {
    const act = waiting.get(holder);
    waiting.delete(holder);
    act?.();
  };
  /* Whether a holder was near when last told: to ask it for its place would lay out the page anew for every chart. */
  const known = new Map();
  const watcher = new IntersectionObserver(
    (entries) =>
      entries.forEach(({ target, isIntersecting }) => {
        known.set(target, isIntersecting);
        if (isIntersecting) paint(target);
      }),
    { rootMargin: NEAR },
  );

  const isDrawn = ({ kind }) => kind !== "HEATMAP";

  const titleOf = (chart, tile) =>
    chart.title || chart.measures.map((measure) => data.measures[measure].title).join(", ") || tile.title;

  /* A unit that all share stands beside the title, unless that says it; two scales name theirs, and shares have their sign. */
  const unitOf = ({ measures }, title) => {
    const units = new Set(measures.map((measure) => format.unit(measure)));
    const [unit] = units;
    return units.size === 1 && unit !== "" && unit !== "%" && !title.includes(unit) ? dom.make("span", { class: "unit" }, unit) : null;
  };

  /** The holders of a tile's charts. */
  const make = (tile) => {
    const drawn = tile.charts.map((chart, i) => ({ chart, i })).filter(({ chart }) => isDrawn(chart));
    if (drawn.length === 0) return null;
    const figuresOf = drawn.map(({ chart, i }) => {
      const holder = dom.make("div", { class: "chart", role: "img", id: `chart-${tile.id}-${i}`, "aria-label": titleOf(chart, tile) });
      watcher.observe(holder);
      return dom.make(
      "figure",
      { class: chart.kind === "STACKED" ? "of-many" : null },
      dom.make("figcaption", {}, titleOf(chart, tile), unitOf(chart, titleOf(chart, tile))),
      holder,
      dom.make("p", { class: "nothing", hidden: true }),
      dom.make("p", { class: "left-out", hidden: true }),
      dom.make("p", { class: "unfinished", hidden: true }),
    );
    });
    return dom.make("div", { class: "charts" + (drawn.length === 1 ? " one" : "") }, ...figuresOf);
  };

  const isFlow = ({ kind }) => kind === "WATERFALL" || kind === "FUNNEL";

  const act = (chart, holder, drawn, result) => {
    if (chart.kind === "WATERFALL") return () => flows.waterfall(holder, drawn);
    if (chart.kind === "FUNNEL") return () => flows.funnel(holder, drawn);
    if (chart.kind === "LINE") return () => lines.draw(holder, drawn);
    if (chart.kind === "STACKED") return () => bars.stacked(holder, drawn);
    return () => bars.grouped(holder, drawn, result);
  };

  /* Lying bars leave out what has no figure, lines what would flatten all else; the table has both. */
  const leftOut = (line, chart, drawn, result) => {
    const count = chart.kind === "BAR" && !bars.isSteps(result) ? series.known(drawn).leftOut : 0;
    const beyond = chart.kind === "LINE" ? lines.beyond(drawn) : [];
    line.hidden = count === 0 && beyond.length === 0;
    line.textContent = count > 0 ? `${count} without a figure: see the table.` : "Above the axis: " + beyond.join("; ") + ".";
  };

  /* Nothing is told of a holder that was just made. */
  const near = (holder) => {
    if (known.has(holder)) return known.get(holder);
    const { top, bottom } = holder.closest(".tile").getBoundingClientRect();
    return bottom > -400 && top < innerHeight + 400;
  };

  /** Draws them now where they are near or {@code all} is asked for, else when they come near. */
  const show = (tile, result, why, all) => {
    const [first] = tile.charts.map((_, i) => document.getElementById(`chart-${tile.id}-${i}`)).filter(Boolean);
    // An open table says itself why it is empty.
    first.closest(".charts").hidden = why !== "" && tile.show === "TABLE";
    tile.charts.forEach((chart, i) => {
      if (!isDrawn(chart)) return;
      const holder = document.getElementById(`chart-${tile.id}-${i}`);
      const drawn = isFlow(chart) ? series.ofTotals(chart, result) : series.of(chart, result);
      const empty = isFlow(chart) ? drawn.every(({ value }) => value === null) : series.isEmpty(drawn);
      const nothing = holder.nextElementSibling;
      nothing.hidden = !empty;
      holder.hidden = empty;
      nothing.textContent = empty ? (result.matching ? titleOf(chart, tile) + ": no row has a value." : why) : "";
      waiting.delete(holder);
      leftOut(nothing.nextElementSibling, chart, drawn, result);
      unfinished.say(holder.parentElement.lastElementChild, chart, drawn, empty);
      if (empty) return;
      waiting.set(holder, act(chart, holder, drawn, result));
      if (all || near(holder)) paint(holder);
    });
  };

  return { make, show };
})();
