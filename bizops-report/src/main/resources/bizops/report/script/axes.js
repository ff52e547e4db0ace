/* An axis of a tile: the keys of one dimension as its rows or columns show them, and for each cube which key a code means. */
const axes = (() => {
  /** A row with null where null stands for every value. */
  const EVERY = -2;
  /** A row that no key of the axis holds: it counts in the total alone. */
  const NONE = -1;
  const isTime = (dimension) => dimension === "period" || dimension === "month";
  const columnOf = (dimension) => (dimension === "period" ? "month" : dimension);
  const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  const usedCodes = (cube, rows, dimension) => {
    const { keys, codes } = cube.dimensions[dimension];
    const used = new Uint8Array(keys.length);
    for (let i = 0; i < rows.length; i++) used[codes[rows[i]]] = 1;
    return used;
  };

  const codesTo = (cube, column, place) =>
    Int32Array.from(cube.dimensions[column].keys, (key) =>
      key === null && cube.every.has(column) ? EVERY : place(key),
    );

  const ofTime = (dimension, parts, grain) => {
    const steps = dimension === "month" ? "month" : grain;
    const present = new Set();
    for (const { cube, rows } of parts) {
      const used = usedCodes(cube, rows, "month");
      cube.dimensions.month.keys.forEach((key, code) => used[code] && key !== null && present.add(key));
    }
    const sorted = [...present].sort();
    const keys = sorted.length ? months.between(steps, sorted[0], sorted[sorted.length - 1]) : [];
    const at = new Map(keys.map((key, i) => [key, i]));
    const place = (month) => (month === null ? NONE : (at.get(months.periodOf[steps](month)) ?? NONE));
    return { dimension, keys, labels: keys, whole: true, of: parts.map(({ cube }) => codesTo(cube, "month", place)) };
  };

  const ofBuckets = (dimension, parts, bounds) => {
    const labels = bounds.map((bound, i) => (i === 0 ? 0 : bounds[i - 1] + 1) + "–" + bound);
    labels.push("over " + bounds[bounds.length - 1]);
    const place = (key) => {
      if (key === null) return NONE;
      const found = bounds.findIndex((bound) => Number(key) <= bound);
      return found < 0 ? bounds.length : found;
    };
    const of = parts.map(({ cube }) => codesTo(cube, dimension, place));
    return { dimension, keys: labels, labels, whole: true, of };
  };

  /* The keys of one cube stand in order already; those of several are merged by the same order. */
  const merged = (dimension, cubes) => {
    const labels = new Map();
    cubes.forEach((cube) => cube.dimensions[dimension].keys.forEach((key, i) => {
      if (!labels.has(key)) labels.set(key, cube.dimensions[dimension].labels[i]);
    }));
    const numeric = cubes.every((cube) => cube.dimensions[dimension].numeric);
    const order = (a, b) => {
      if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
      if (numeric) return Number(a) - Number(b);
      return byText(labels.get(a), labels.get(b)) || byText(a, b);
    };
    return { keys: [...labels.keys()].sort(order), labels };
  };

  const ofKeys = (dimension, parts) => {
    const cubes = [...new Set(parts.map(({ cube }) => cube))];
    const { keys, labels } =
      cubes.length === 1
        ? { keys: cubes[0].dimensions[dimension].keys, labels: null }
        : merged(dimension, cubes);
    const at = new Map(keys.map((key, i) => [key, i]));
    const texts = labels === null ? cubes[0].dimensions[dimension].labels : keys.map((key) => labels.get(key));
    return {
      dimension,
      keys,
      labels: texts,
      whole: false,
      of: parts.map(({ cube }) => codesTo(cube, dimension, (key) => at.get(key))),
    };
  };

  /** The axis of a dimension over {cube, rows} parts; {@code whole}: all its keys have a row, also without facts. */
  const of = (dimension, parts, grain, buckets) => {
    if (isTime(dimension)) return ofTime(dimension, parts, grain);
    const bounds = buckets[dimension];
    return bounds ? ofBuckets(dimension, parts, bounds) : ofKeys(dimension, parts);
  };

  return { of, isTime, columnOf, EVERY, NONE };
})();
