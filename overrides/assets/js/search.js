/* Search: the box in the header (a combobox with a list, after the ARIA authoring practices) and the one on a page.
   The index is loaded at the first use, as a script, because a page in a folder on disk may load nothing else. */
"use strict";

(() => {
  const ROOT = new URL("../../", document.currentScript.src).href;
  const IN_HEADER = 8;
  const ON_PAGE = 200;
  const SEARCHED =
    "Searched are titles, goods and actors of transactions; names, other names and numbers of all else; titles and " +
    "publishers of sources. Not searched is the text of pages.";

  let loading;

  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${ROOT}assets/search-data.js`;
      script.onload = () => resolve(prepared(window.searchData));
      script.onerror = () => {
        loading = undefined; // another key tries again
        reject(new Error("the index did not load"));
      };
      document.head.append(script);
    });
    return loading;
  };

  const prepared = (groups) => {
    const actors = groups.find((group) => group.kind === "actors").records;
    return groups.flatMap(({ kind, label, records }) =>
      records.map(([id, name, hint = "", aliases = [], texts = []]) => {
        const words = texts.map((text) => (typeof text === "number" ? actors[text][1] : text));
        const beside = kind === "sources" ? `${words[0]}, ${hint}` : hint;
        const folded = [name, aliases.join(" / "), words.join(" / ")].map(matching.fold);
        return { href: `${ROOT}${kind}/${id}.html`, label, name, hint: beside, aliases, texts: words, folded };
      }),
    );
  };

  /* Exact name, exact alias, all words in the name, in the aliases, in other texts; the index is in order within each. */
  const search = (records, query) => {
    const needles = matching.needles(query);
    const whole = matching.fold(query);
    const ranked = [[], [], [], [], []];
    if (!needles.length) return [];
    for (const record of records) {
      let worst = 0;
      for (const needle of needles) {
        const place = record.folded.findIndex((text) => text.includes(needle));
        worst = place < 0 ? 3 : Math.max(worst, place);
        if (worst === 3) break;
      }
      if (worst === 3) continue;
      if (record.folded[0] === whole) worst = -2;
      else if (worst === 1 && record.aliases.some((alias) => matching.fold(alias) === whole)) worst = -1;
      ranked[worst + 2].push(record);
    }
    return ranked.flat();
  };

  /* The other names or texts that a record was found by, where its name alone does not show it. */
  const why = (record, query) => {
    const left = matching.needles(query).filter((needle) => !record.folded[0].includes(needle));
    const others = [...record.aliases, ...record.texts.slice(record.hint.startsWith(record.texts[0]) ? 1 : 0)];
    return others.filter((text) => left.some((needle) => matching.fold(text).includes(needle))).slice(0, 2);
  };

  const element = (name, className, text = "") => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  const fill = (link, record, query) => {
    link.href = record.href;
    link.append(element("span", "find-name", record.name), " ", element("span", "find-kind", record.label));
    if (record.hint) link.append(" ", element("span", "find-hint", record.hint));
    const found = why(record, query);
    if (found.length) link.append(" ", element("span", "find-why", `also: ${found.join("; ")}`));
    return link;
  };

  const counted = (found, shown) => {
    if (!found) return `Nothing found. ${SEARCHED}`;
    return found > shown ? `${found.toLocaleString("en")} found, the first ${shown} shown` : `${found} found`;
  };

  /* A box that runs `show(found, query)` for what is typed last, whenever the index comes. */
  const box = (find, show) => {
    const form = find.querySelector("form");
    const input = form.querySelector("input");
    const status = find.querySelector("[role=status]");
    const run = async () => {
      const query = input.value;
      try {
        const records = await load();
        if (query === input.value) show(search(records, query), query.trim());
      } catch {
        status.textContent = "The search did not load.";
      }
    };
    find.querySelector(".find-link").remove();
    form.hidden = false;
    input.addEventListener("focus", () => load().catch(() => {}), { once: true });
    input.addEventListener("input", run);
    return { form, input, status, run };
  };

  const inHeader = (find) => {
    const list = find.querySelector("[role=listbox]");
    const all = find.querySelector(".find-all a");
    const opener = find.querySelector(".find-open");
    let at = -1;

    const choose = (next) => {
      const options = [...list.children];
      at = next;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[at].id);
        options[at].scrollIntoView({ block: "nearest" });
      }
    };
    const close = () => {
      list.replaceChildren();
      all.textContent = status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      find.classList.remove("found");
      choose(-1);
    };
    const show = (found, query) => {
      close();
      if (!query || !find.contains(document.activeElement)) return;
      const first = found.slice(0, IN_HEADER);
      list.append(...first.map((record, place) => option(record, place, query)));
      status.textContent = counted(found.length, first.length);
      all.href = `${ROOT}search.html?q=${encodeURIComponent(query)}`;
      all.textContent = found.length > first.length ? "Show all" : "";
      input.setAttribute("aria-expanded", String(first.length > 0));
      find.classList.add("found");
    };
    const option = (record, place, query) => {
      const link = fill(element("a"), record, query);
      link.id = `found-${place}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      return link;
    };
    const { form, input, status, run } = box(find, show);
    const unfold = (open) => {
      find.classList.toggle("open", open);
      opener.setAttribute("aria-expanded", String(open));
      if (open) input.focus();
    };

    opener.hidden = false;
    opener.addEventListener("click", () => unfold(!find.classList.contains("open")));
    form.addEventListener("submit", (event) => {
      const chosen = list.children[Math.max(at, 0)];
      if (!chosen) return; // nothing found, or not yet: the search page takes over
      event.preventDefault();
      chosen.click();
    });
    input.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && last >= 0) choose(at < last ? at + 1 : 0);
      else if (event.key === "ArrowUp" && last >= 0) choose(at > 0 ? at - 1 : last);
      else if (event.key === "Escape") {
        if (find.classList.contains("found")) close();
        else if (input.value) input.value = "";
        else {
          const folded = find.classList.contains("open");
          unfold(false);
          folded ? opener.focus() : input.blur();
        }
      } else return;
      event.preventDefault();
    });
    input.addEventListener("focus", () => input.value && run());
    find.addEventListener("focusout", (event) => {
      if (!find.contains(event.relatedTarget)) close();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps the focus
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      unfold(true);
      input.select();
    });
  };

  const onPage = (find) => {
    const list = find.querySelector(".find-list");
    const show = (found, query) => {
      const first = found.slice(0, ON_PAGE);
      const items = first.map((record) => {
        const item = element("li");
        item.append(fill(element("a"), record, query));
        return item;
      });
      list.replaceChildren(...items);
      status.textContent = query ? counted(found.length, first.length) : "";
      if (!location.pathname.endsWith("/search.html")) return; // only there does the address mean it
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : "search.html");
    };
    const { form, input, status, run } = box(find, show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      run();
    });
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) run();
  };

  for (const find of document.querySelectorAll(".find")) {
    (find.classList.contains("find-page") ? onPage : inHeader)(find);
  }
})();
