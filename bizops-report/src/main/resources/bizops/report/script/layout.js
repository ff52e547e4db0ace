/* The matching rows of a tile's cubes in groups by some axes, with their sums, made when first asked for. */
const layout = (() => {
  const once = (make) => {
    const made = new Map();
    return (id, ...rest) => {
      if (!made.has(id)) made.set(id, make(id, ...rest));
      return made.get(id);
    };
  };

  /** @param parts {cube, rows} each */
  const of = (parts, along) => {
    const time = along.find((axis) => axes.isTime(axis.dimension));
    const number = new Map(parts.map(({ cube }, p) => [cube.name, p]));
    const grouped = once((p) => groups.of(parts[p], p, along));

    const groupPeriod = (p) => {
      if (time === undefined) return () => 0;
      const { cube, rows } = parts[p];
      return (i) => time.of[p][cube.dimensions.month.codes[rows[i]]];
    };

    const added = once((id, p, column) => sums.add(parts[p], grouped(p), parts[p].cube.sums[column], groupPeriod(p)));
    const distributed = once((id, p, values, count) => sums.distributions(parts[p], grouped(p), values, count));

    const immature = once((p) => {
      const { cube, rows } = parts[p];
      const marks = new Uint8Array(grouped(p).numbers.length);
      if (cube.immature !== null) {
        for (let i = 0; i < rows.length; i++) if (cube.immature[rows[i]] === 1) marks[grouped(p).groupOf[i]] = 1;
      }
      return marks;
    });

    /* Why is told above the tile. */
    const unread = exact.missing("could not be read");
    const unknown = (column) => exact.missing(data.reasons[column]?.unknown ?? "unknown");

    /** A cell over some groups of each part: {@code groupsOf} from a part's number to them. */
    const cell = (groupsOf, whole, previous = null) => {
      const own = once(groupsOf);
      const kept = new Map();
      const remember = (id, make) => {
        if (!kept.has(id)) kept.set(id, make());
        return kept.get(id);
      };
      const made = {
        kept,
        previous,
        sum: (cube, column) =>
          remember(cube + "." + column, () => {
            const p = number.get(cube);
            if (parts[p].cube.missing !== null) return unread;
            const sum = parts[p].cube.sums[column];
            const value = sums.total(added(cube + "." + column, p, column), own(p), sum);
            return value === null ? unknown(column) : exact.of(value, sum.unit);
          }),
        median: (cube, values, count) => {
          const p = number.get(cube);
          if (parts[p].cube.missing !== null) return unread;
          const found = sums.median(distributed([cube, values, count].join("."), p, values, count), own(p));
          return found ?? exact.missing(data.reasons[count]?.zero ?? "no values");
        },
        isImmature: () => parts.some((part, p) => own(p).some((group) => immature(p)[group] === 1)),
      };
      made.whole = whole ?? made;
      return made;
    };

    const reaching = (places) => (p) => groups.reaching(grouped(p), along, places);
    const all = (p) => [...grouped(p).numbers.keys()];

    return { parts, along, grouped, cell, reaching, all };
  };

  return { of };
})();
