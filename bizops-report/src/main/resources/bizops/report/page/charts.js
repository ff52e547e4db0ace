/* Charts: a picture of a table, drawn by ECharts as SVG; nothing else knows the library. */
const charts = (() => {
  /* ECharts writes style attributes, which the page's policy forbids: set as properties they are allowed. It also
     numbers each drawing's ground 0, and an id must be alone in the page: nothing refers to that one. */
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else if (name !== "id" || value !== "0") setAttribute.call(this, name, value);
  };

  const { data, view } = cube;
  const TOP = 10;
  const drawn = new Map();
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const number = (figure) => (figure.gap ? null : Number(exact.rounded(figure, 2)));
  const short = (value) => {
    const size = Math.abs(value);
    if (size >= 1e6) return +(value / 1e6).toFixed(1) + "m";
    return size >= 1e4 ? +(value / 1e3).toFixed(1) + "k" : exact.grouped(String(+value.toFixed(2)));
  };
  const clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);

  const base = () => ({
    animation: !still.matches,
    animationDuration: 300,
    aria: { enabled: true },
    textStyle: { fontFamily: "system-ui, sans-serif", color: color("muted") },
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: color("surface"),
      borderColor: color("line"),
      textStyle: { color: color("text"), fontSize: 13 },
    },
  });
  const valueAxis = (extra = {}) => ({
    type: "value",
    axisLabel: { color: color("muted"), formatter: short, hideOverlap: true },
    splitLine: { lineStyle: { color: color("line") } },
    splitNumber: 4,
    ...extra,
  });
  const nameAxis = (names, extra = {}) => ({
    type: "category",
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color("line") } },
    axisLabel: { color: color("text") },
    ...extra,
  });

  const draw = (id, empty, option, rows) => {
    const holder = document.getElementById("chart-" + id);
    const nothing = holder.parentElement.querySelector(".nothing");
    nothing.hidden = !empty;
    holder.hidden = Boolean(empty);
    if (empty) {
      nothing.textContent = empty;
      return;
    }
    holder.style.height = rows ? Math.max(120, rows * 30 + 44) + "px" : "280px";
    const chart = drawn.get(id) ?? echarts.init(holder, null, { renderer: "svg" });
    drawn.set(id, chart);
    chart.setOption({ ...base(), ...option }, true);
    chart.resize();
  };

  /** Bars that lie, greatest on top, with the number beside each. */
  const bars = (id, rows, measure, shade) => {
    const named = rows.filter((row) => !row.values[measure].gap);
    const missing = rows.length - named.length;
    const narrow = document.documentElement.clientWidth < 480;
    const texts = named.map((row) => tables.cell(row.values[measure], measure).text);
    const why = rows.length ? view.measures[measure].title + ": no row has a value" : "Nothing in this selection";
    draw(
      id,
      named.length ? "" : why,
      {
        grid: { left: narrow ? 14 : 24, right: narrow ? 70 : 84, top: 8, bottom: 8, containLabel: true },
        xAxis: valueAxis({ splitNumber: narrow ? 1 : 4 }),
        yAxis: nameAxis(named.map((row) => row.labels[0]), {
          inverse: true,
          axisLabel: { color: color("text"), formatter: (name) => clip(name, narrow ? 15 : 19) },
        }),
        series: [
          {
            type: "bar",
            name: view.measures[measure].title,
            data: named.map((row) => number(row.values[measure])),
            barMaxWidth: 18,
            itemStyle: { color: color(shade), borderRadius: [0, 3, 3, 0] },
            label: { show: true, position: "right", color: color("text"), formatter: ({ dataIndex }) => texts[dataIndex] },
          },
        ],
      },
      named.length,
    );
    const left = document.getElementById("chart-" + id).parentElement.querySelector(".left-out");
    left.textContent = missing ? `${missing} without a value: see the table` : "";
  };

  const greatest = (rows, measure) =>
    [...rows]
      .filter((row) => !row.values[measure].gap)
      .sort((a, b) => exact.compare(b.values[measure], a.values[measure]))
      .slice(0, TOP);

  const columns = (id, rows, series, empty) =>
    draw(id, rows.length && !empty ? "" : empty || "Nothing in this selection", {
      grid: { left: 8, right: 16, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
      legend: { show: series.length > 1, top: 4, left: 8, textStyle: { color: color("text") } },
      tooltip: { ...base().tooltip, trigger: "axis" },
      xAxis: nameAxis(rows.map((row) => row.labels[0])),
      yAxis: valueAxis(),
      series: series.map(([measure, type, shade]) => ({
        type,
        name: view.measures[measure].title,
        data: rows.map((row) => number(row.values[measure])),
        barMaxWidth: 28,
        symbolSize: 7,
        symbol: type === "line" && shade === "series-2" ? "diamond" : "circle",
        itemStyle: { color: color(shade) },
        lineStyle: { color: color(shade), width: 2, type: shade === "series-2" ? "dashed" : "solid" },
      })),
    });

  const show = (result) => {
    const { channels, campaigns, months } = result.tables;
    bars("channels-cac", greatest(channels.rows, "cac"), "cac", "series-1");
    bars("channels-cost", greatest(channels.rows, "cost_per_lead"), "cost_per_lead", "series-2");
    const top = greatest(campaigns.rows, "spend");
    bars("campaigns-cac", top, "cac", "series-1");
    bars("campaigns-cost", top, "cost_per_lead", "series-2");
    columns("months-money", months.rows, [["spend", "bar", "series-1"], ["won_iacv", "bar", "series-2"]]);
    columns("months-cost", months.rows, [["cac", "line", "series-1"], ["cost_per_lead", "line", "series-2"]]);
    bars("sao-sources", greatest(result.tables["sao-sources"].rows, "saos"), "saos", "series-1");
    const none = result.median.gap ? "No won opportunity with a touch in this selection" : "";
    columns("conversion-days", result.tables["conversion-days"].rows, [["won_with_touch", "bar", "series-1"]], none);
    bars("conversion-channels", greatest(result.tables["conversion-channels"].rows, "median_days"), "median_days", "series-2");
  };

  const resize = () => drawn.forEach((chart) => chart.resize());

  return { show, resize };
})();
