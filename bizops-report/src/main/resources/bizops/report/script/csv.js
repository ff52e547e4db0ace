/* A table as a file: RFC 4180, UTF-8 with the mark that spreadsheets look for, the figures as shown but ungrouped. */
const csv = (() => {
  /* A text that a spreadsheet would run as a formula is made plain by an apostrophe. */
  const text = (value) => (/^[=+\-@\t\r]/.test(value) ? "'" + value : value);
  const quoted = (value) => (/[",\r\n]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value);

  const joined = (lines) => "\uFEFF" + lines.map((fields) => fields.map(quoted).join(",") + "\r\n").join("");

  /** The file's content for a heading and lines of {labels, numbers}. */
  const of = (heading, lines) =>
    joined([heading.map(text), ...lines.map((line) => [...line.labels.map(text), ...line.numbers])]);

  /** The same for lines of {number, text} fields. */
  const ofFields = (heading, lines) =>
    joined([heading.map(text), ...lines.map((line) => line.map((of) => (of.number ? of.text : text(of.text))))]);

  const download = (name, content) => {
    const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  return { of, ofFields, download };
})();
