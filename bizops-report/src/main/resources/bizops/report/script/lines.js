/* Lines along time or another order: told apart by colour, dashes, symbols and, where there are few, a name at their end. */
const lines = (() => {
  const dashes = ["solid", "dashed", "dotted", [8, 3, 2, 3], [12, 4], [2, 2]];
  const symbols = ["circle", "diamond", "triangle", "rect", "arrow", "roundRect"];

  /* Two scales where half of the measures count in other units. */
  const scales = (all) => [...new Set(all.map(({ measure }) => data.measures[measure].unit))];

  const unitName = (unit) =>
    ({ MONEY: data.currency, PERCENT: "%", CREDIT: "count" })[unit] ?? unit.toLowerCase();

  /* The second of two scales stands on the right and has no lines of its own. */
  const scale = (unit, place, all) => {
    const measures = all.map(({ measure }) => measure).filter((measure) => data.measures[measure].unit === unit);
    return drawing.number(measures, {
      name: unitName(unit),
      position: place ? "right" : "left",
      splitLine: { show: place === 0, lineStyle: { color: drawing.color("grid") } },
      nameTextStyle: { color: drawing.color("muted"), align: place ? "right" : "left" },
    });
  };

  const valuesOf = ({ lines: all }) => all.flatMap(({ values }) => values).filter((value) => value !== null);

  /* Where few values tower over all others the axis ends below them; null where none do. */
  const ceiling = (drawn) => {
    if (scales(drawn.lines).length > 1) return null;
    const values = valuesOf(drawn);
    const usual = spread.fence(values);
    if (usual <= 0 || Math.max(...values) <= 5 * usual) return null;
    return Math.max(...values.filter((value) => value <= 2 * usual));
  };

  /** The figures that lie above the axis, in words. */
  const beyond = (drawn) => {
    const top = ceiling(drawn);
    if (top === null) return [];
    const many = drawn.lines.length > 1;
    return drawn.lines.flatMap(({ name, values, texts }) =>
      values.flatMap((value, i) => (value !== null && value > top ? [(many ? name + " " : "") + drawn.labels[i] + ": " + texts[i]] : [])),
    );
  };

  const heightOf = (measures, drawn) => {
    const top = ceiling(drawn);
    const values = valuesOf(drawn);
    const whole = drawing.upToTheWhole(measures, top === null ? values : values.filter((value) => value <= top));
    return top === null || whole.max !== undefined ? whole : { max: top };
  };

  const draw = (holder, drawn) => {
    const { labels, lines: all } = drawn;
    const units = scales(all);
    const measures = all.map(({ measure }) => measure);
    const two = units.length === 2;
    const axisOf = ({ measure }) => (two ? units.indexOf(data.measures[measure].unit) : 0);
    const option = {
      grid: { left: 4, right: 30, top: two ? 64 : all.length > 1 ? 44 : 16, bottom: 4, containLabel: true },
      legend: drawing.legend(all.length > 1),
      tooltip: { ...bars.tooltip(labels, all), axisPointer: { type: "line", lineStyle: { color: drawing.color("muted") } } },
      xAxis: drawing.names(labels, { boundaryGap: false, axisLabel: { hideOverlap: true } }),
      yAxis: two
        ? units.map((unit, place) => scale(unit, place, all))
        : drawing.number(measures, heightOf(measures, drawn)),
      series: all.map((line, s) => ({
        type: "line",
        name: line.name,
        yAxisIndex: axisOf(line),
        data: line.values.map((value, i) => ({ value, ...unfinished.point(line.marks[i], s) })),
        symbol: symbols[s % symbols.length],
        symbolSize: labels.length > 24 ? 4 : 7,
        showAllSymbol: true,
        lineStyle: { width: 2.25, type: dashes[s % dashes.length] },
        areaStyle: all.length === 1 ? { opacity: 0.08 } : null,
        connectNulls: false,
      })),
    };
    drawing.draw(holder, option, 300);
  };

  return { draw, beyond };
})();
