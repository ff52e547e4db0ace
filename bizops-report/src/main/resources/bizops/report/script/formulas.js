/*
 * Formulas over a cell: {sum(cube, column), median(cube, values, count), whole (the cell of all rows), previous (the cell
 * of the row before, or null), kept (a map of its own)}.
 */
const formulas = (() => {
  const constant = (name) => {
    const value = data.constants[name] ?? null;
    return value === null ? exact.missing(data.reasons["build." + name]?.unknown ?? "unknown") : exact.decimal(value);
  };

  const whenZero = (formula, gap) => {
    const name = formula[0] === "sum" ? formula[2] : formula[0] === "constant" ? "build." + formula[1] : null;
    return (name === null ? null : data.reasons[name]?.zero) ?? gap ?? "the divisor is 0";
  };

  /** The exact figure of a formula in a cell, or a gap with its reason. */
  const of = (formula, cell) => {
    switch (formula[0]) {
      case "sum":
        return cell.sum(formula[1], formula[2]);
      case "median":
        return cell.median(formula[1], formula[2], formula[3]);
      case "constant":
        return constant(formula[1]);
      case "number":
        return exact.decimal(formula[1]);
      case "share":
        return exact.over(of(formula[1], cell), of(formula[1], cell.whole), whenZero(formula[1], null));
      case "running":
        return running(formula, cell);
      default:
        return joined(formula, cell);
    }
  };

  /* From the first row on, so that each is added once. */
  const running = (formula, cell) => {
    const chain = [];
    for (let at = cell; at !== null && !at.kept.has(formula); at = at.previous) chain.push(at);
    for (const at of chain.reverse()) {
      const own = of(formula[1], at);
      at.kept.set(formula, at.previous === null ? own : exact.plus(at.previous.kept.get(formula), own));
    }
    return cell.kept.get(formula);
  };

  const joined = ([operator, left, right, gap], cell) => {
    const [one, other] = [of(left, cell), of(right, cell)];
    switch (operator) {
      case "+":
        return exact.plus(one, other);
      case "-":
        return exact.minus(one, other);
      case "*":
        return exact.times(one, other);
      default:
        return exact.over(one, other, whenZero(right, gap));
    }
  };

  /** The [cube, column] pairs of all sums that a formula adds, counts of medians among them. */
  const sumsIn = (formula) => {
    if (formula[0] === "sum") return [[formula[1], formula[2]]];
    if (formula[0] === "median") return [[formula[1], formula[3]]];
    return formula.filter(Array.isArray).flatMap(sumsIn);
  };

  const cubesOf = (formula) => sumsIn(formula).map(([cube]) => cube);

  return { of, sumsIn, cubesOf };
})();
