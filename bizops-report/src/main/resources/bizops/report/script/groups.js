/*
 * The rows of a cube in groups by the keys of some axes. A group's number is made of one digit an axis: the place of its
 * key, or two more for rows that stand for every key and for those that no key holds.
 */
const groups = (() => {
  const base = (axis) => axis.keys.length + 2;
  const everyDigit = (axis) => axis.keys.length;
  const noneDigit = (axis) => axis.keys.length + 1;

  const digits = (axis, part) =>
    axis.of[part].map((place) =>
      place === axes.EVERY ? everyDigit(axis) : place === axes.NONE ? noneDigit(axis) : place,
    );

  /* Few enough possible numbers are looked up in an array, which is ten times faster than a map. */
  const numbering = (possible) => {
    const numbers = [];
    const add = (number) => numbers.push(number) - 1;
    if (possible <= 4e6) {
      const known = new Int32Array(possible).fill(-1);
      return {
        numbers,
        of: (number) => (known[number] >= 0 ? known[number] : (known[number] = add(number))),
        at: (number) => known[number],
      };
    }
    const known = new Map();
    const of = (number) => {
      let group = known.get(number);
      if (group === undefined) known.set(number, (group = add(number)));
      return group;
    };
    return { numbers, of, at: (number) => known.get(number) ?? -1 };
  };

  /** {groupOf: the group of each of the rows, numbers: of each group, at: the group of a number or -1}. */
  const of = ({ cube, rows }, part, of) => {
    const columns = of.map((axis) => ({
      codes: cube.dimensions[axes.columnOf(axis.dimension)].codes,
      digits: digits(axis, part),
      base: base(axis),
    }));
    const found = numbering(of.reduce((product, axis) => product * base(axis), 1));
    const groupOf = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      let number = 0;
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c];
        number = number * column.base + column.digits[column.codes[rows[i]]];
      }
      groupOf[i] = found.of(number);
    }
    return { groupOf, numbers: found.numbers, at: found.at };
  };

  /** The digits of a number, first axis first. */
  const split = (number, of) => {
    const places = new Array(of.length);
    let rest = number;
    for (let a = of.length - 1; a >= 0; a--) {
      places[a] = rest % base(of[a]);
      rest = Math.floor(rest / base(of[a]));
    }
    return places;
  };

  /** The groups that count in a cell: of its own keys, and of those that stand for every key. */
  const reaching = (grouped, of, places) => {
    let numbers = [0];
    of.forEach((axis, a) => {
      const own = numbers.map((number) => number * base(axis) + places[a]);
      const every = numbers.map((number) => number * base(axis) + everyDigit(axis));
      numbers = [...own, ...every];
    });
    return numbers.map((number) => grouped.at(number)).filter((group) => group >= 0);
  };

  const isKey = (axis, place) => place < axis.keys.length;

  return { of, split, reaching, isKey };
})();
