/* What is chosen, kept in the address behind the #, so that it can be shared and the back button works. */
const state = (() => {
  const { data } = cube;
  const grains = ["all", "year", "quarter", "month"];
  const bys = ["lead_source", "source_bucket", "generated_source"];
  const themes = ["auto", "light", "dark"];

  const year = (month) => month.slice(0, 4);
  const quarter = (month) => year(month) + "-Q" + Math.ceil(Number(month.slice(5)) / 3);
  const periodOf = { all: () => "all", year, quarter, month: (month) => month };

  /** The periods of a grain that have months in the data, oldest first. */
  const periods = (grain) => [...new Set(data.months.map(periodOf[grain]))];

  /** The period of the data's own day, or the last one before it. */
  const latest = (grain) => {
    const names = periods(grain);
    const now = periodOf[grain](data.asOf.slice(0, 7));
    return names.includes(now) ? now : names[names.length - 1];
  };

  const oneOf = (value, allowed, otherwise) => (allowed.includes(value) ? value : otherwise);

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    const grain = oneOf(given.get("period"), grains, "all");
    const names = periods(grain);
    let from = oneOf(given.get("from"), names, latest(grain));
    let to = oneOf(given.get("to"), names, latest(grain));
    if (names.indexOf(from) > names.indexOf(to)) [from, to] = [to, from];
    return {
      grain,
      from,
      to,
      basis: oneOf(given.get("basis"), ["calendar", "cohort"], "calendar"),
      model: oneOf(given.get("model"), data.models, data.defaultModel),
      channels: given.has("channel") ? data.channels.filter((name) => given.getAll("channel").includes(name)) : null,
      by: oneOf(given.get("by"), bys, "lead_source"),
      theme: oneOf(given.get("theme"), themes, "auto"),
    };
  };

  const write = (chosen) => {
    const fragment = new URLSearchParams();
    if (chosen.grain !== "all") {
      fragment.set("period", chosen.grain);
      fragment.set("from", chosen.from);
      fragment.set("to", chosen.to);
    }
    if (chosen.basis !== "calendar") fragment.set("basis", chosen.basis);
    if (chosen.model !== data.defaultModel) fragment.set("model", chosen.model);
    if (chosen.channels !== null) {
      chosen.channels.forEach((name) => fragment.append("channel", name));
      if (chosen.channels.length === 0) fragment.set("channel", "");
    }
    if (chosen.by !== "lead_source") fragment.set("by", chosen.by);
    if (chosen.theme !== "auto") fragment.set("theme", chosen.theme);
    location.hash = fragment.toString();
  };

  /** What is chosen as questions about the data's numbers. */
  const selection = (chosen) => {
    const months = new Set();
    const names = periods(chosen.grain);
    const [first, last] = [names.indexOf(chosen.from), names.indexOf(chosen.to)];
    data.months.forEach((month, i) => {
      const at = names.indexOf(periodOf[chosen.grain](month));
      if (at >= first && at <= last) months.add(i);
    });
    const channels = chosen.channels && new Set(chosen.channels.map((name) => data.channels.indexOf(name)));
    return {
      model: chosen.model,
      basis: chosen.basis,
      by: chosen.by,
      hasMonth: (month) => months.has(month),
      hasChannel: (channel) => channels === null || channels.has(channel),
    };
  };

  const words = (chosen) => {
    const period =
      chosen.grain === "all" ? "all time" : chosen.from === chosen.to ? chosen.from : chosen.from + " to " + chosen.to;
    const channels = chosen.channels === null ? "all channels" : chosen.channels.join(", ") || "no channel";
    return `Period: ${period}. Basis: ${chosen.basis}. Model: ${chosen.model}. Channels: ${channels}.`;
  };

  return { read, write, selection, words, periods, latest };
})();
