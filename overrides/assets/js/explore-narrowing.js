/* Explore, what is found: the entries of the data, the ways to sort them, and the counts. Nothing here touches the page. */
"use strict";

const exploring = (() => {
  const { facets, rows } = window.exploreData;
  const entries = rows.map(([id, title, when, date, first, last, gave, received, origins, values], order) => ({
    order, id, title, when, date, first, last, gave, received, origins, values,
  }));
  const LAST = "\uffff"; // what is not reported is sorted after all that is
  const [WITH, STANDING, RESPONSE] = ["with", "standing", "response"].map((key) =>
    facets.findIndex((facet) => facet.key === key),
  );
  const oldest = entries.reduce((year, entry) => Math.min(year, entry.first), Infinity);
  const newest = entries.reduce((year, entry) => Math.max(year, entry.last), -Infinity);

  const labels = (entry, facet) => entry.values[facet].map((value) => facets[facet].values[value][1]);

  /* That nothing was found is said only where nobody said anything. */
  const replies = (entry) => {
    const all = labels(entry, RESPONSE);
    const said = all.filter((label) => label !== "None found");
    return (said.length ? said : all).map((word, n) => (n ? word.toLowerCase() : word)).join(", ");
  };

  /* The columns, each with what it is sorted by. */
  const columns = [
    { key: "date", label: "Date", of: (entry) => -entry.order },
    { key: "gave", label: "North Korea gave", of: (entry) => entry.gave[0] ?? LAST, goods: true },
    { key: "received", label: "North Korea received", of: (entry) => entry.received[0] ?? LAST, goods: true },
    { key: "with", label: "With", of: (entry) => labels(entry, WITH)[0] ?? LAST },
    { key: "origins", label: "Reports → origins", of: (entry) => parseInt(entry.origins.split("→")[1], 10) },
    { key: "standing", label: "Standing", of: (entry) => entry.values[STANDING][0] },
    { key: "response", label: "Response", of: replies },
  ];

  let folded;
  const foldOnce = () => {
    if (folded) return folded;
    const others = window.exploreData.words.split("\n");
    folded = entries.map((entry) =>
      matching.fold([entry.title, ...entry.gave, ...entry.received, ...labels(entry, WITH), others[entry.order]].join(" / ")),
    );
    return folded;
  };

  /* What a state lets through, and how many entries each value and each year would show beside the rest of the state. */
  const narrow = ({ picked, words, from, to }) => {
    const counts = facets.map((facet) => new Uint32Array(facet.values.length));
    const years = new Uint32Array(Math.max(0, newest - oldest + 1));
    const active = facets.flatMap((_, f) => (picked[f].size ? [f] : []));
    const needles = matching.needles(words);
    const texts = needles.length ? foldOnce() : [];
    const YEARS = facets.length;
    const found = [];
    for (const entry of entries) {
      if (!needles.every((needle) => texts[entry.order].includes(needle))) continue;
      // The one facet that it fails, if it fails but one: this one still counts it.
      const failed = entry.last >= (from ?? oldest) && entry.first <= (to ?? newest) ? [] : [YEARS];
      for (const f of active) if (!entry.values[f].some((value) => picked[f].has(value))) failed.push(f);
      if (failed.length > 1) continue;
      if (!failed.length) found.push(entry);
      const counting = (f) => !failed.length || failed[0] === f;
      if (counting(YEARS)) for (let year = entry.first; year <= entry.last; year++) years[year - oldest]++;
      for (let f = 0; f < facets.length; f++) {
        if (counting(f)) for (const value of entry.values[f]) counts[f][value]++;
      }
    }
    return { found, counts, years };
  };

  const sorted = (found, key, down) => {
    const { of } = columns.find((column) => column.key === key);
    const keyed = found.map((entry) => [of(entry), entry]);
    const compare = typeof keyed[0]?.[0] === "string" ? new Intl.Collator("en").compare : (a, b) => a - b;
    keyed.sort(([a, one], [b, other]) => (down ? -1 : 1) * compare(a, b) || one.order - other.order);
    return keyed.map(([, entry]) => entry);
  };

  return { facets, entries, columns, oldest, newest, WITH, STANDING, RESPONSE, labels, replies, narrow, sorted };
})();
