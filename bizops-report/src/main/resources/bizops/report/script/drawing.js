/* The chart library, as SVG; nothing else calls it. */
const drawing = (() => {
  /* ECharts writes style attributes, which the page's policy forbids: set as properties they are allowed. It also
     numbers each drawing's ground 0, and an id must be alone in the page: nothing refers to that one. */
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else if (name !== "id" || value !== "0") setAttribute.call(this, name, value);
  };

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  /* {chart, height} by holder; a height of null asks for its size anew. */
  const drawn = new Map();
  /* What the style of paper leaves for a chart: A4 within its margins, for one or two in a row. */
  const PAPER = { one: 686, two: 330 };
  const ITS_HOLDER = { width: "auto", height: "auto" };
  let onPaper = false;
  const paperWidth = (holder) => (holder.closest(".charts.one, .of-many") === null ? PAPER.two : PAPER.one);
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const font = () => getComputedStyle(document.body).fontFamily;

  const base = (option) => ({
    animation: !still.matches && !onPaper,
    animationDuration: 250,
    animationDurationUpdate: 250,
    aria: { enabled: true },
    color: Array.from({ length: 8 }, (_, i) => color("series-" + (i + 1))),
    textStyle: { fontFamily: font(), color: color("muted") },
    ...option,
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: color("surface"),
      borderColor: color("line"),
      padding: [8, 12],
      textStyle: { color: color("text"), fontSize: 13 },
      ...option.tooltip,
    },
  });

  /* The first series is plain, the others are told apart by their pattern too. */
  const decal = (place) => {
    const ink = { color: color("decal") };
    const patterns = [
      null,
      { ...ink, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
      { ...ink, symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [5, 0], symbolSize: 0.6 },
      { ...ink, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
      { ...ink, dashArrayX: [1, 0], dashArrayY: [3, 6] },
      { ...ink, dashArrayX: [3, 6], dashArrayY: [1, 0] },
    ];
    return patterns[place % patterns.length];
  };

  /* On paper nobody turns the pages of a legend: it takes the lines that it needs, and the chart so much more height. */
  const LEGEND_LINE = 22;
  const wholeLegend = (holder, option) => {
    const names = option.legend?.show ? option.series.map(({ name }) => name) : [];
    let lines = 1;
    let used = 0;
    for (const name of names) {
      const own = 38 + 7 * name.length;
      if (used > 0 && used + own > paperWidth(holder)) {
        lines += 1;
        used = 0;
      }
      used += own;
    }
    const more = LEGEND_LINE * (lines - 1);
    const legend = { ...option.legend, type: "plain" };
    return { more, option: names.length ? { ...option, legend, grid: { ...option.grid, top: option.grid.top + more } } : option };
  };

  /** Draws into a holder; the height is in pixels. */
  const draw = (holder, asked, usual) => {
    const { option, more } = onPaper ? wholeLegend(holder, asked) : { option: asked, more: 0 };
    const height = usual + more;
    const known = drawn.get(holder);
    if (known?.height !== height) holder.style.height = height + "px";
    const chart = known?.chart ?? echarts.init(holder, null, { renderer: "svg" });
    if (onPaper) chart.resize({ width: paperWidth(holder), height });
    // Reads the holder's size, for which the page is laid out anew.
    else if (known !== undefined && known.height !== height) chart.resize(ITS_HOLDER);
    drawn.set(holder, { chart, height });
    chart.setOption(base(option), true);
  };

  const resize = () => {
    if (onPaper) return;
    drawn.forEach((known, holder) => {
      if (holder.offsetParent === null) known.height = null;
      else known.chart.resize(ITS_HOLDER);
    });
  };

  /** Charts drawn from now on are as wide as paper is and stand at once, or are as wide as the screen is again. */
  const forPaper = (paper) => {
    onPaper = paper;
    drawn.forEach((known) => (known.height = null));
  };

  /** An axis of figures; of shares where all its measures are. */
  const number = (measures, extra = {}) => ({
    type: "value",
    axisLabel: {
      color: color("muted"),
      formatter: measures.length && measures.every(format.isPercent) ? format.share : format.short,
      hideOverlap: true,
    },
    splitLine: { lineStyle: { color: color("grid") } },
    splitNumber: 4,
    minInterval: measures.length && measures.every(format.isCount) ? 1 : null,
    nameTextStyle: { color: color("muted"), align: "left" },
    ...extra,
  });

  /** An axis of shares ends at the whole where they come near it. */
  const upToTheWhole = (measures, values) => {
    const greatest = Math.max(...values);
    const near = measures.every(format.isPercent) && greatest > 75 && greatest <= 100;
    return near ? { max: 100, interval: 25 } : {};
  };

  const names = (texts, extra = {}) => ({
    type: "category",
    data: texts,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color("line") } },
    ...extra,
    axisLabel: { color: color("text"), margin: 12, ...extra.axisLabel },
  });

  const legend = (show) => ({
    show, type: "scroll", top: 0, left: 0, itemWidth: 16, itemHeight: 10, itemGap: 16,
    textStyle: { color: color("text") },
    pageTextStyle: { color: color("muted") },
    pageIconColor: color("text"),
    pageIconInactiveColor: color("line"),
  });

  /** Names beside lying bars: in two lines where there is little room. */
  const beside = (holder) => {
    const room = isNarrow(holder) ? 32 : width(holder) < 720 ? 28 : 48;
    const lines = isNarrow(holder) ? { width: 124, overflow: "break", fontSize: 11, lineHeight: 13, interval: 0 } : {};
    return { formatter: (name) => clip(name, room), ...lines };
  };
  const clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);
  const width = (holder) => (onPaper ? paperWidth(holder) : (drawn.get(holder)?.chart.getWidth() ?? holder.clientWidth));
  const isNarrow = (holder) => width(holder) < 420;

  return { draw, resize, forPaper, color, decal, number, upToTheWhole, names, legend, beside, width, isNarrow };
})();
