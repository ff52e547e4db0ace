/* Exact numbers: a fraction of two BigInts, or a gap with its reason. No floating point until a chart draws one. */
const exact = (() => {
  const MINUS = "\u2212";
  const of = (num, den = 1n) => ({ num: BigInt(num), den: BigInt(den), gap: null });
  const missing = (gap) => ({ num: 0n, den: 1n, gap });

  /** A decimal as written in the data. */
  const decimal = (text) => {
    const negative = text.startsWith("-");
    const [whole, fraction = ""] = text.replace("-", "").split(".");
    const value = BigInt(whole + fraction);
    return of(negative ? -value : value, 10n ** BigInt(fraction.length));
  };

  const both = (one, other, join) => (one.gap !== null ? one : other.gap !== null ? other : join());

  const plus = (one, other) =>
    both(one, other, () =>
      one.den === other.den
        ? of(one.num + other.num, one.den)
        : of(one.num * other.den + other.num * one.den, one.den * other.den),
    );
  const minus = (one, other) => plus(one, { ...other, num: -other.num });
  const times = (one, other) => both(one, other, () => of(one.num * other.num, one.den * other.den));
  const over = (one, other, whenZero) =>
    both(one, other, () => (other.num === 0n ? missing(whenZero) : of(one.num * other.den, one.den * other.num)));

  /** Half up (away from zero), once, from the exact fraction: digits without grouping. */
  const rounded = ({ num, den }, places) => {
    const negative = num < 0n !== den < 0n && num !== 0n;
    const n = num < 0n ? -num : num;
    const d = den < 0n ? -den : den;
    const shifted = (2n * n * 10n ** BigInt(places) + d) / (2n * d);
    const text = shifted.toString().padStart(places + 1, "0");
    const whole = text.slice(0, text.length - places);
    const sign = negative && shifted !== 0n ? "-" : "";
    return sign + whole + (places ? "." + text.slice(text.length - places) : "");
  };

  /** A gap has no fraction. */
  const isWhole = ({ num, den, gap }) => gap !== null || num % den === 0n;

  /** As it is read: thousands apart, and a minus sign where a file has a hyphen. */
  const grouped = (plain) => {
    const [whole, fraction] = plain.replace("-", MINUS).split(".");
    const body = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return fraction === undefined ? body : body + "." + fraction;
  };

  /** Below zero when the first is smaller; both must be defined. */
  const compare = (one, other) => {
    const sign = one.den < 0n !== other.den < 0n ? -1n : 1n;
    const difference = sign * (one.num * other.den - other.num * one.den);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  };

  /** Gaps stand last in either direction. */
  const order = (one, other, direction) =>
    one.gap !== null || other.gap !== null
      ? (one.gap !== null ? 1 : 0) - (other.gap !== null ? 1 : 0)
      : direction * compare(one, other);

  return { of, missing, decimal, plus, minus, times, over, rounded, isWhole, MINUS, grouped, compare, order };
})();
