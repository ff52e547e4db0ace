/* Months, the periods of a grain that they fall into, and spans from one month to another. All are texts that sort. */
const months = (() => {
  const year = (month) => month.slice(0, 4);
  const quarter = (month) => year(month) + "-Q" + Math.ceil(Number(month.slice(5)) / 3);
  const periodOf = { month: (month) => month, quarter, year };

  /** The month so many months later, or earlier where it is negative. */
  const shifted = (month, by) => {
    const count = Number(year(month)) * 12 + Number(month.slice(5)) - 1 + by;
    return Math.floor(count / 12) + "-" + String((count % 12) + 1).padStart(2, "0");
  };

  /** All months of a span, both ends included. */
  const within = ({ from, to }) => {
    const all = [];
    for (let month = from; month <= to; month = shifted(month, 1)) all.push(month);
    return all;
  };

  /** All periods from the first to the last, without holes. */
  const between = (grain, first, last) => [...new Set(within({ from: first, to: last }).map(periodOf[grain]))];

  /** The months of a period. */
  const span = (period) => {
    const first = period.includes("-Q")
      ? period.slice(0, 4) + "-" + String(Number(period.slice(6)) * 3 - 2).padStart(2, "0")
      : period.length === 4
        ? period + "-01"
        : period;
    return { from: first, to: shifted(first, period.includes("-Q") ? 2 : period.length === 4 ? 11 : 0) };
  };

  const [first, last] = [data.months[0], data.months[data.months.length - 1]];
  const now = data.asOf.slice(0, 7);
  const ended = new Date(Date.parse(data.asOf + "T00:00:00Z") + 86400000).toISOString().slice(0, 7) > now;

  /** Whether the day of the data lies within the span, so that its last part is still to come. */
  const isToDate = ({ from, to }) => from <= now && now <= to && !(ended && to === now);

  /** As many months before. */
  const before = ({ from, to }) => {
    const length = within({ from, to }).length;
    return { from: shifted(from, -length), to: shifted(from, -1) };
  };

  return { periodOf, shifted, within, between, span, first, last, now, isToDate, before };
})();
