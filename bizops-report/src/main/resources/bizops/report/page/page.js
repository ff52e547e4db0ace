/* The page: what is chosen -> figures -> tables, tiles, charts. */
(() => {
  const { data } = cube;
  document.documentElement.classList.remove("no-script");

  const extent = data.months.length
    ? `the data runs from ${data.months[0]} to ${data.months[data.months.length - 1]}`
    : "the marts hold no facts yet";

  const whys = (chosen) => {
    const channel = chosen.channels !== null && chosen.channels.length === 0;
    const why = (what) => (channel ? "No channel is chosen." : `No ${what} in this selection; ${extent}.`);
    const sao = data.saosDefined ? why("SAO") : "No SAO date is known: see the notes.";
    return {
      channels: why("channel"),
      campaigns: why("campaign"),
      months: why("month"),
      "sao-sources": sao,
      "conversion-days": why("won opportunity"),
      "conversion-channels": why("won opportunity"),
    };
  };

  const nothing = (chosen, { total, tables: { "conversion-channels": won } }) => {
    if (chosen.channels !== null && chosen.channels.length === 0) return "No channel is chosen: choose one, or reset.";
    if (total.facts || total.saos || won.rows.length) return "";
    return `Nothing happened in this selection: no spend, no lead, no SAO, no won opportunity; ${extent}.`;
  };

  let last = null;
  const render = () => {
    const chosen = state.read();
    const result = rows.of(state.selection(chosen));
    last = result;
    filters.show(chosen);
    tables.showAll(result, chosen, whys(chosen));
    tiles.show(result);
    charts.show(result);
    const notice = document.getElementById("nothing");
    notice.textContent = nothing(chosen, result);
    notice.hidden = notice.textContent === "";
  };

  const age = () => {
    const days = Math.floor((Date.now() - Date.parse(data.asOf + "T00:00:00Z")) / 86400000);
    const words = days <= 0 ? "today" : days === 1 ? "1 day ago" : `${days} days ago`;
    document.getElementById("age").textContent = ` (${words})`;
  };

  filters.wire();
  tables.wire();
  age();
  render();
  addEventListener("hashchange", render);
  addEventListener("resize", charts.resize);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    charts.show(last);
  });
  addEventListener("afterprint", render);
})();
