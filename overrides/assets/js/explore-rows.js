/* Explore, what is shown of an entry: its row, with the elements and classes of every list of transactions, and its line
   in a table to take away. */
"use strict";

const showing = (() => {
  const { facets, WITH, STANDING, RESPONSE, labels, replies } = exploring;

  /* An element; whatever is put into it as text stays text. */
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const side = (entry, lines, linked, className) => {
    const cell = make("td", { class: `goods ${className}` });
    const link = (...inside) => make("a", { href: `transactions/${entry.id}.html` }, ...inside);
    const title = () => make("span", { class: "unseen" }, `: ${entry.title}`);
    for (let n = 0; n < lines.length; n += 2) {
      const goods = linked && n === 0 ? link(lines[n], title()) : lines[n];
      cell.append(make("p", {}, goods, " ", make("span", { class: "meta" }, lines[n + 1])));
    }
    if (!lines.length) cell.append(make("p", { class: "none" }, "nothing reported"));
    if (linked && !lines.length) cell.append(make("p", {}, link(entry.title)));
    return cell;
  };

  const partner = (value, n) => {
    const [key, label] = facets[WITH].values[value];
    return [n ? ", " : "", /^[A-Z]{2}$/.test(key) ? make("a", { href: `countries/${key}.html` }, label) : label];
  };

  const row = (entry) => {
    const [key, standing] = facets[STANDING].values[entry.values[STANDING][0]];
    const inGave = entry.gave.length > 0 || !entry.received.length;
    const cells = [
      make("th", { scope: "row", class: "date" }, entry.when),
      side(entry, entry.gave, inGave, "gave"),
      side(entry, entry.received, !inGave, "received"),
      make("td", { class: "with" }, ...entry.values[WITH].flatMap(partner)),
      make("td", { class: "number" }, entry.origins),
      make("td", { class: "stands" }, make("span", { class: `standing st-${key}` }, standing)),
      make("td", { class: "answer" }, replies(entry)),
    ];
    return make("tr", {}, ...cells.flatMap((cell) => [cell, " "]));
  };

  const HEAD = ["id", "title", "date", "date in words", "North Korea gave", "North Korea received", "with",
    "reports → origins", "standing", "responses", "address"];
  const inWords = (lines) => lines.flatMap((text, n) => (n % 2 ? [] : [`${text} (${lines[n + 1]})`])).join("; ");
  // A spreadsheet takes what begins with one of these for a formula, after blanks and in full width too.
  const quoted = (text) => `"${(/^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

  const csv = (entries) => {
    const lines = entries.map((entry) => [
      entry.id, entry.title, entry.date, entry.when, inWords(entry.gave), inWords(entry.received),
      labels(entry, WITH).join("; "), entry.origins, labels(entry, STANDING)[0], labels(entry, RESPONSE).join("; "),
      new URL(`transactions/${entry.id}.html`, location.href).href,
    ]);
    return [HEAD, ...lines].map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
  };

  /* Hand a text to the reader as a file. A spreadsheet reads it as UTF-8 only with the mark at its beginning. */
  const save = (text, name) => {
    const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  return { make, row, csv, save };
})();
