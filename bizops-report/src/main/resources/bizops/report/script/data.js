/* The data of the page, decoded once: integer codes and limbs in typed arrays. */
const data = (() => {
  const raw = JSON.parse(document.getElementById("data").textContent);

  const dimension = ({ keys, labels, numeric = false, codes }) => ({ keys, labels, numeric, codes: Int32Array.from(codes) });

  const sum = ({ unknown, months, lacking, scale, limbs }) => ({
    unknown,
    months,
    lacking,
    unit: 10n ** BigInt(scale),
    limbs: limbs.map((limb) => Float64Array.from(limb, (value) => value ?? 0)),
    known: unknown ? Uint8Array.from(limbs[0], (value) => (value === null ? 0 : 1)) : null,
  });

  /* Texts that come again stand once, with their places. */
  const column = ({ texts, codes, ...rest }) => (codes ? { ...rest, values: codes.map((code) => texts[code]) } : rest);

  const mapped = (object, change) =>
    Object.fromEntries(Object.entries(object ?? {}).map(([key, value]) => [key, change(value)]));

  const cube = (name, written) => ({
    name,
    rows: written.rows,
    every: new Set(written.every),
    dimensions: mapped(written.dimensions, dimension),
    sums: mapped(written.sums, sum),
    values: written.values ?? {},
    immature: written.immature ? Uint8Array.from(written.immature) : null,
    missing: written.missing,
    empty: written.empty,
    allRows: written.allRows ?? written.rows,
    file: written.file ?? null,
    columns: (written.columns ?? []).map(column),
  });

  const cubes = Object.fromEntries(Object.entries(raw.cubes).map(([name, written]) => [name, cube(name, written)]));
  return { ...raw, cubes };
})();
