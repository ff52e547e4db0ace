/* Lines along time or another order: told apart by colour, dashes, symbols and, where there are few, a name at their end. */
const lines = (() => {
  const dashes = ["solid", "dashed", "dotted", [8, 3, 2, 3], [12, 4], [2, 2]];
  const symbols = ["circle", "diamond", "triangle", "rect", "emptyCircle", "emptyDiamond"];

  /* Two scales where half of the measures count in other units. */
  const scales = (all) => [...new Set(all.map(({ measure }) => data.measures[measure].unit))];

  const draw = (holder, drawn) => {
    const { labels, lines: all } = drawn;
    const units = scales(all);
    const two = units.length === 2;
    const unitName = (unit) => ({ MONEY: data.currency, PERCENT: "%", CREDIT: "count", COUNT: "count", RATIO: "ratio" })[unit] ?? unit.toLowerCase();
    const axisOf = ({ measure }) => (two ? units.indexOf(data.measures[measure].unit) : 0);
    const option = {
      grid: { left: 4, right: 30, top: two ? 64 : all.length > 1 ? 44 : 16, bottom: 4, containLabel: true },
      legend: drawing.legend(all.length > 1),
      tooltip: { ...bars.tooltip(labels, all), axisPointer: { type: "line", lineStyle: { color: drawing.color("muted") } } },
      xAxis: drawing.names(labels, { boundaryGap: false, axisLabel: { hideOverlap: true } }),
      yAxis: two
        ? units.map((unit, u) => drawing.number(all.filter((line) => axisOf(line) === u).map(({ measure }) => measure), { name: unitName(unit), position: u ? "right" : "left", splitLine: { show: u === 0, lineStyle: { color: drawing.color("grid") } }, nameTextStyle: { color: drawing.color("muted"), align: u ? "right" : "left" } }))
        : drawing.number(all.map(({ measure }) => measure)),
      series: all.map((line, s) => ({
        type: "line",
        name: line.name,
        yAxisIndex: axisOf(line),
        data: line.values,
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

  return { draw };
})();
