/* What is chosen: kept in the address behind the #, so that it can be shared and the back button works. */
const choice = (() => {
  const grains = ["month", "quarter", "year"];
  const themes = ["auto", "light", "dark"];
  const encoded = (key) => (key === null ? "~" : encodeURIComponent(key).replaceAll("~", "%7E"));
  const decoded = (text) => {
    try {
      return text === "~" ? null : decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  const parts = () =>
    new Map(
      location.hash
        .slice(1)
        .split("&")
        .filter((part) => part.includes("="))
        .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]),
    );

  const isMonth = (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

  const periodOf = (text) => {
    if (text === "all") return null;
    const [from, to = from] = (text ?? "").split("..");
    if (!isMonth(from) || !isMonth(to)) return data.period;
    return from <= to ? { from, to } : { from: to, to: from };
  };

  const single = (filter, text) => {
    const key = text === undefined ? filter.initial : decoded(text);
    return filter.values.some((value) => value.key === key) ? key : filter.initial;
  };

  /* Keys that this page does not know are kept: another page may, and here they match nothing. */
  const many = (text) => {
    if (text === undefined) return null;
    return text === "" ? [] : text.split(",").map(decoded);
  };

  const read = () => {
    const given = parts();
    const chosen = { filters: {}, elsewhere: [] };
    chosen.period = periodOf(given.get("period"));
    chosen.grain = grains.includes(given.get("grain")) ? given.get("grain") : data.grain;
    chosen.theme = themes.includes(given.get("theme")) ? given.get("theme") : "auto";
    for (const filter of data.filters) {
      const text = given.get(filter.key);
      chosen.filters[filter.key] = filter.many ? many(text) : single(filter, text);
    }
    chosen.only = given.get("only") ?? null;
    chosen.keys = given.get("keys") ?? null;
    const here = new Set(["period", "grain", "theme", "only", "keys", ...data.filters.map((filter) => filter.key)]);
    chosen.elsewhere = [...given].filter(([key]) => !here.has(key));
    return chosen;
  };

  const same = (one, other) => one?.from === other?.from && one?.to === other?.to;
  const period = (span) => (span === null ? "all" : span.from + ".." + span.to);

  /** The address of a choice: what differs from the default only. Which rows a link picked out is no choice: the next ends it. */
  const fragment = (chosen) => {
    const written = [];
    if (!same(chosen.period, data.period)) written.push("period=" + period(chosen.period));
    if (chosen.grain !== data.grain) written.push("grain=" + chosen.grain);
    for (const filter of data.filters) {
      const value = chosen.filters[filter.key];
      if (filter.many && value !== null) written.push(filter.key + "=" + value.map(encoded).join(","));
      if (!filter.many && value !== filter.initial) written.push(filter.key + "=" + encoded(value));
    }
    chosen.elsewhere.forEach(([key, text]) => written.push(key + "=" + text));
    if (chosen.theme !== "auto") written.push("theme=" + chosen.theme);
    return written.join("&");
  };

  const write = (chosen) => {
    const text = fragment(chosen);
    if (text !== location.hash.slice(1)) location.hash = text;
  };

  /** Nothing chosen but the colours, which are no filter. */
  const initial = () => ({
    ...read(),
    period: data.period,
    grain: data.grain,
    filters: Object.fromEntries(data.filters.map((filter) => [filter.key, filter.many ? null : filter.initial])),
    elsewhere: [],
  });

  /** The choice with one filter changed. */
  const withFilter = (chosen, key, value) => ({ ...chosen, filters: { ...chosen.filters, [key]: value } });

  return { read, write, fragment, initial, withFilter, same, period, encoded, decoded };
})();
