/* Exact numbers: a fraction of two BigInts, or a gap with its reason. No floating point until a chart draws one. */
const exact = (() => {
  const digits = (text) => {
    const negative = text.startsWith("-");
    const [whole, fraction = ""] = text.replace("-", "").split(".");
    const value = BigInt(whole + fraction);
    return { num: negative ? -value : value, den: 10n ** BigInt(fraction.length) };
  };

  /** A decimal of the data as an integer of 10^-scale. */
  const scaled = (value, scale) => {
    const { num, den } = digits(String(value));
    return (num * 10n ** BigInt(scale)) / den;
  };

  const of = (num, den = 1n) => ({ num: BigInt(num), den: BigInt(den), gap: null });
  const missing = (gap) => ({ num: 0n, den: 1n, gap });
  const decimal = (text, otherwise) => (text === null ? missing(otherwise) : { ...digits(text), gap: null });

  const over = (above, below, whenZero) => {
    if (above.gap) return above;
    if (below.gap) return below;
    if (below.num === 0n) return missing(whenZero);
    return of(above.num * below.den, above.den * below.num);
  };

  const times = (one, other) => {
    if (one.gap) return one;
    if (other.gap) return other;
    return of(one.num * other.num, one.den * other.den);
  };

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

  const grouped = (plain) => {
    const [whole, fraction] = plain.split(".");
    const body = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return fraction === undefined ? body : body + "." + fraction;
  };

  /** Below zero when the first is smaller; both must be defined. */
  const compare = (one, other) => {
    const sign = one.den < 0n !== other.den < 0n ? -1n : 1n;
    const difference = sign * (one.num * other.den - other.num * one.den);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  };

  return { scaled, of, missing, decimal, over, times, rounded, grouped, compare };
})();
