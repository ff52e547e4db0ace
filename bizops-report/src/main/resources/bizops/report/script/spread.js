/* How values spread, so that a few that tower over all others do not hide the rest. */
const spread = (() => {
  /** The value that a quarter, or another part, of the sorted values lies below. */
  const quantile = (sorted, part) => {
    const place = part * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };

  /** Above it a value lies far outside: one and a half times the width of the middle half beyond that half. */
  const fence = (values) => {
    if (values.length === 0) return 0;
    const sorted = [...values].sort((a, b) => a - b);
    const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
    return high + 1.5 * (high - low);
  };

  return { fence };
})();
