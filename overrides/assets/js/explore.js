/* Explore: every transaction in one table. Values of one facet widen (or), facets narrow (and), and each count says how
   many entries its value would show beside the rest. What is chosen stands in the address. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const { facets, entries, columns } = exploring;
  const { make } = showing;
  const PAGE = 50;
  const fresh = () => ({
    words: "", from: null, to: null, picked: facets.map(() => new Set()), sort: "date", down: true, page: 1,
  });
  let state = fresh();
  let found = entries;

  /* --- the address ---------------------------------------------------------------------------------------------- */

  const toAddress = () => {
    const parts = new URLSearchParams();
    facets.forEach(({ key, values }, f) => {
      const picked = [...state.picked[f]].sort((a, b) => a - b);
      if (picked.length) parts.set(key, picked.map((value) => values[value][0]).join(","));
    });
    for (const key of ["words", "from", "to"]) if (state[key]) parts.set(key, state[key]);
    if (state.sort !== "date" || !state.down) parts.set("sort", `${state.sort}-${state.down ? "down" : "up"}`);
    if (state.page > 1) parts.set("page", state.page);
    return `#${parts.toString().replaceAll("%2C", ",")}`;
  };

  const fromAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    const year = (key) => (/^\d{4}$/.test(parts.get(key) ?? "") ? Number(parts.get(key)) : null);
    const [sort, way] = (parts.get("sort") ?? "").split("-");
    state = { ...fresh(), words: parts.get("words") ?? "", from: year("from"), to: year("to") };
    facets.forEach(({ key, values }, f) => {
      const wanted = (parts.get(key) ?? "").split(",");
      values.forEach(([value], place) => wanted.includes(value) && state.picked[f].add(place));
    });
    if (columns.some((column) => column.key === sort)) Object.assign(state, { sort, down: way === "down" });
    state.page = Math.max(1, parseInt(parts.get("page"), 10) || 1);
    update();
  };

  const change = (alter) => {
    state.page = 1;
    alter(state);
    history.replaceState(null, "", toAddress());
    update();
  };

  /* --- the sentence above the table ----------------------------------------------------------------------------- */

  const button = (label, onclick, className = "plain") =>
    make("button", { type: "button", class: className, onclick }, label);
  const status = make("span", { role: "status" });
  const parts = make("span");
  const sentence = make("p", { class: "sentence", tabindex: -1 }, status, parts);

  const changing = (label, alter, className) =>
    button(label, () => {
      change(alter);
      sentence.focus(); // the button is gone
    }, className);
  const part = (label, alter) => {
    const made = changing(label, alter, "part");
    made.append(make("span", { "aria-hidden": "true" }, " ×"), make("span", { class: "unseen" }, ", remove"));
    return made;
  };

  const drawSentence = () => {
    const said = facets.flatMap(({ before, values }, f) =>
      [...state.picked[f]].flatMap((value, n) => [
        n ? "or" : before, part(values[value][1], (now) => now.picked[f].delete(value)),
      ]),
    );
    if (state.from) said.push("from", part(state.from, (now) => (now.from = null)));
    if (state.to) said.push("to", part(state.to, (now) => (now.to = null)));
    if (state.words) said.push("with the words", part(state.words, (now) => (now.words = "")));
    if (said.length) said.push(changing("Clear", () => (state = fresh())));
    const [number, all] = [found.length, entries.length].map((count) => count.toLocaleString("en"));
    status.textContent = `${number} of ${all} entries${said.length ? ":" : ""}`;
    parts.replaceChildren(...said.flatMap((item) => [" ", item]));
    csv.textContent = found.length === 1 ? "This one as CSV" : `These ${number} as CSV`;
    csv.hidden = !found.length;
  };

  const csv = button("", () => showing.save(showing.csv(found), "in-exchange.csv"));
  const view = make("a", {}, "Link to this view");
  const copied = make("span", { class: "unseen", role: "status" });
  view.addEventListener("click", () => {
    // The address holds the view already; where the browser lets a page copy, that spares a step.
    navigator.clipboard?.writeText(view.href).then(() => {
      view.textContent = copied.textContent = "Link copied";
    }, () => {});
  });

  /* --- the table ------------------------------------------------------------------------------------------------- */

  const heads = columns.map(({ key, label, goods }) => {
    const sort = () => change((now) => {
      now.down = now.sort === key ? !now.down : key === "date";
      now.sort = key;
    });
    return make("th", { scope: "col", class: goods ? `goods ${key}` : `by-${key}` }, button(label, sort));
  });
  const body = make("tbody");
  const table = make("table", { class: "ledger" }, make("thead", {}, make("tr", {}, ...heads)), body);
  const range = make("span");
  const turn = (label, step) =>
    button(label, () => {
      state.page += step;
      history.replaceState(null, "", toAddress());
      drawTable();
      sentence.focus();
    });
  const [previous, next] = [turn("Previous", -1), turn("Next", 1)];

  const drawTable = () => {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    state.page = Math.min(state.page, pages);
    const start = (state.page - 1) * PAGE;
    const end = Math.min(start + PAGE, found.length);
    body.replaceChildren(...found.slice(start, end).map(showing.row));
    heads.forEach((head, n) => {
      head.removeAttribute("aria-sort");
      if (columns[n].key === state.sort) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    });
    table.hidden = !found.length;
    range.textContent = found.length
      ? `${start + 1} to ${end} of ${found.length.toLocaleString("en")}`
      : "No entry has all of this: remove a part above.";
    previous.hidden = state.page === 1;
    next.hidden = state.page === pages;
    next.textContent = `Next ${Math.min(PAGE, found.length - end)}`;
    view.href = toAddress();
    view.textContent = "Link to this view";
  };

  const column = narrowing.column(change);
  const update = () => {
    const now = exploring.narrow(state);
    found = exploring.sorted(now.found, state.sort, state.down);
    column.draw(state, now.counts, now.years);
    drawSentence();
    drawTable();
  };

  const take = make("p", { class: "take" }, csv, " ", view, copied);
  const turning = make("p", { class: "turn" }, range, " ", previous, " ", next);
  document.querySelector("#explore .waiting").replaceWith(
    make("div", { class: "over" }, sentence, take),
    make("div", { class: "beside" }, column.made, make("div", { class: "wide" }, table, turning)),
  );
  addEventListener("hashchange", fromAddress);
  fromAddress();
});
