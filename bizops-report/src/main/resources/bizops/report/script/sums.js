/* Sums and medians of a cube by group: limbs are added as doubles, which are exact for them; only a result is a BigInt. */
const sums = (() => {
  const LIMB = 100000000n;

  /* Balances count in the first or last month with a matching row: of the selection, or of each period of a table by period. */
  const counting = (cube, rows, groupPeriod, which) => {
    const { keys, codes } = cube.dimensions.month;
    const best = new Map();
    const better = which === "FIRST" ? (a, b) => a < b : (a, b) => a > b;
    for (let i = 0; i < rows.length; i++) {
      const month = keys[codes[rows[i]]];
      if (month === null) continue;
      const period = groupPeriod(i);
      if (!best.has(period) || better(month, best.get(period))) best.set(period, month);
    }
    return (i) => {
      const month = keys[codes[rows[i]]];
      return month === null || best.get(groupPeriod(i)) === month;
    };
  };

  /** {limbs: a typed array each, known: how many values each group has}. */
  const add = ({ cube, rows }, { groupOf, numbers }, sum, groupPeriod) => {
    const counts = sum.months === "ALL" ? null : counting(cube, rows, groupPeriod, sum.months);
    const limbs = sum.limbs.map(() => new Float64Array(numbers.length));
    const known = new Int32Array(numbers.length);
    sum.limbs.forEach((values, k) => {
      const into = limbs[k];
      if (counts === null) for (let i = 0; i < rows.length; i++) into[groupOf[i]] += values[rows[i]];
      else for (let i = 0; i < rows.length; i++) if (counts(i)) into[groupOf[i]] += values[rows[i]];
    });
    for (let i = 0; i < rows.length; i++) {
      if ((sum.known === null || sum.known[rows[i]] === 1) && (counts === null || counts(i))) known[groupOf[i]] += 1;
    }
    return { limbs, known };
  };

  /** The exact sum over some groups, in units of the sum's scale; null where it is unknown. */
  const total = ({ limbs, known }, of, sum) => {
    if (sum.unknown && !of.some((group) => known[group] > 0)) return null;
    return limbs.reduce(
      (value, limb) => value * LIMB + BigInt(of.reduce((added, group) => added + limb[group], 0)),
      0n,
    );
  };

  const orders = new Map();
  const inOrder = (cube, name) => {
    const id = cube.name + "." + name;
    if (!orders.has(id)) {
      const values = cube.values[name];
      const rows = [...values.keys()].filter((row) => values[row] !== null);
      orders.set(id, Int32Array.from(rows.sort((a, b) => values[a] - values[b])));
    }
    return orders.get(id);
  };

  /** Which rows are counted, as a function from a row to its group, or -1. */
  const placed = ({ cube, rows }, groupOf) => {
    const group = new Int32Array(cube.rows).fill(-1);
    for (let i = 0; i < rows.length; i++) group[rows[i]] = groupOf[i];
    return group;
  };

  const weight = (sum, row) =>
    sum.known !== null && sum.known[row] === 0
      ? 0n
      : sum.limbs.reduce((value, limb) => value * LIMB + BigInt(limb[row]), 0n);

  /** For each group its values with their counts, in the order of the values. */
  const distributions = (part, grouped, name, count) => {
    const { cube } = part;
    const values = cube.values[name];
    const group = placed(part, grouped.groupOf);
    const found = grouped.numbers.map(() => []);
    for (const row of inOrder(cube, name)) {
      if (group[row] < 0) continue;
      const list = found[group[row]];
      const last = list[list.length - 1];
      const many = weight(cube.sums[count], row);
      if (last !== undefined && last.value === values[row]) last.count += many;
      else list.push({ value: values[row], count: many });
    }
    return found;
  };

  /** The mean of the two middle values, or the middle one; null over nothing. */
  const median = (distribution, of) => {
    const list = of.length === 1 ? distribution[of[0]] : of.flatMap((group) => distribution[group]);
    const sorted = of.length === 1 ? list : [...list].sort((a, b) => a.value - b.value);
    const all = sorted.reduce((sum, { count }) => sum + count, 0n);
    if (all === 0n) return null;
    let before = 0n;
    let lower = null;
    for (const { value, count } of sorted) {
      before += count;
      if (lower === null && 2n * before >= all) lower = value;
      if (2n * before > all) return exact.of(lower + value, 2);
    }
    return null;
  };

  return { add, total, distributions, median };
})();
