/* Search: the box in the header (a combobox with a list, after the ARIA authoring practices) and the one on a page.
   The index is loaded at the first use, as a script, because a page in a folder on disk may load nothing else. */
"use strict";

(() => {
  const ROOT = new URL("../../", document.currentScript.src).href;
  const IN_HEADER = 8;
  const ON_PAGE = 200;
  const SEARCHED =
    "Searched are titles, goods and actors of transactions, titles and publishers of sources, and names, other names " +
    "and numbers of all else; not the text of pages.";

  /* --- the index --------------------------------------------------------------------------------------------------- */

  const unpacked = (groups) => {
    const actors = groups.find((group) => group.kind === "actors").records;
    return groups.flatMap(({ kind, label, records }) =>
      records.map(([id, name, hint = "", aliases = [], packed = []]) => {
        const texts = packed.map((text) => (typeof text === "number" ? actors[text][1] : text));
        const beside = kind === "sources" ? `${texts[0]}, ${hint}` : hint;
        const folded = [name, aliases.join(" / "), texts.join(" / ")].map(matching.fold);
        return { href: `${ROOT}${kind}/${id}.html`, label, name, beside, aliases, texts, folded };
      }),
    );
  };

  // Browsers that know trusted types let a script load only what a policy has named: here one file.
  const INDEX = { createScriptURL: () => `${ROOT}assets/search-data.js` };
  const index = window.trustedTypes?.createPolicy("search-index", INDEX) ?? INDEX;

  let loading;
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = index.createScriptURL("");
      script.onload = () => resolve(unpacked(window.searchData));
      script.onerror = () => {
        loading = undefined; // the next key tries again
        reject(new Error("the index did not load"));
      };
      document.head.append(script);
    });
    return loading;
  };

  /* First an exact name, an exact alias, then all words in the name, in the aliases, in other texts; the index is in
     order within each. */
  const search = (records, query) => {
    const needles = matching.needles(query);
    const whole = matching.fold(query);
    const ranked = [[], [], [], [], []];
    for (const record of needles.length ? records : []) {
      const { folded, aliases } = record;
      const places = needles.map((needle) => folded.findIndex((text) => text.includes(needle)));
      if (places.includes(-1)) continue;
      const isAlias = () => folded[1].includes(whole) && aliases.some((alias) => matching.fold(alias) === whole);
      ranked[folded[0] === whole ? 0 : isAlias() ? 1 : 2 + Math.max(...places)].push(record);
    }
    return ranked.flat();
  };

  /* --- what is shown of a record ------------------------------------------------------------------------------------ */

  const span = (className, text) => {
    const made = document.createElement("span");
    made.className = className;
    made.textContent = text;
    return made;
  };

  const linked = ({ href, label, name, beside, aliases, texts, folded }, query) => {
    const link = document.createElement("a");
    link.href = href;
    link.append(span("find-name", name), " ", span("find-kind", label));
    if (beside) link.append(" ", span("find-hint", beside));
    // The other names or texts that it was found by, where what is shown already does not say so.
    const left = matching.needles(query).filter((needle) => !folded[0].includes(needle));
    const others = [...aliases, ...texts.filter((text) => !beside.startsWith(text))];
    const why = others.filter((text) => left.some((needle) => matching.fold(text).includes(needle)));
    if (why.length) link.append(" ", span("find-why", `also: ${why.slice(0, 2).join("; ")}`));
    return link;
  };

  const counted = (found, shown) => {
    if (!found) return `Nothing found. ${SEARCHED}`;
    return found > shown ? `${found.toLocaleString("en")} found, the first ${shown} shown` : `${found} found`;
  };

  /* --- a box, in the header or on a page ----------------------------------------------------------------------------- */

  /* `show(found, query)` is called for what was typed last, whenever the index comes. */
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
    input.addEventListener("focus", run);
    input.addEventListener("input", run);
    return { form, input, status, run };
  };

  const toPage = (query) => `${ROOT}search.html?q=${encodeURIComponent(query)}`;

  const inHeader = (find) => {
    const list = find.querySelector("[role=listbox]");
    const all = find.querySelector(".find-all");
    const opener = find.querySelector(".find-open");
    let at = -1;

    const choose = (place) => {
      at = place;
      [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
      input.setAttribute("aria-activedescendant", list.children[at]?.id ?? "");
      list.children[at]?.scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      list.replaceChildren();
      all.hidden = true;
      status.textContent = "";
      input.setAttribute("aria-expanded", "false");
      find.classList.remove("found");
      choose(-1);
    };
    const show = (found, query) => {
      close();
      if (!query || !find.contains(document.activeElement)) return;
      found.slice(0, IN_HEADER).forEach((record, place) => {
        const option = linked(record, query);
        Object.assign(option, { id: `found-${place}`, tabIndex: -1, role: "option", ariaSelected: "false" });
        list.append(option);
      });
      status.textContent = counted(found.length, list.children.length);
      all.firstChild.href = toPage(query);
      all.hidden = found.length <= IN_HEADER;
      input.setAttribute("aria-expanded", String(found.length > 0));
      find.classList.add("found");
    };
    const { form, input, status } = box(find, show);
    const unfold = (open) => {
      find.classList.toggle("open", open);
      opener.setAttribute("aria-expanded", String(open));
      if (open) input.focus();
    };

    opener.addEventListener("click", () => unfold(!find.classList.contains("open")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = list.children[Math.max(at, 0)];
      if (chosen) chosen.click();
      else location.href = toPage(input.value); // nothing found, or not yet: the search page takes over
    });
    input.addEventListener("keydown", (event) => {
      const last = list.children.length - 1;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && last >= 0) choose(at < last ? at + 1 : 0);
      else if (event.key === "ArrowUp" && last >= 0) choose(at > 0 ? at - 1 : last);
      else if (event.key !== "Escape") return;
      else if (find.classList.contains("found")) close();
      else if (input.value) input.value = "";
      else if (find.classList.contains("open")) {
        unfold(false);
        opener.focus();
      } else input.blur();
      event.preventDefault();
    });
    find.addEventListener("focusout", (event) => {
      if (!find.contains(event.relatedTarget)) close();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps the focus
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      unfold(true);
      input.select();
    });
  };

  const onPage = (find) => {
    const list = find.querySelector(".find-list");
    const show = (found, query) => {
      const items = found.slice(0, ON_PAGE).map((record) => {
        const item = document.createElement("li");
        item.append(linked(record, query));
        return item;
      });
      list.replaceChildren(...items);
      status.textContent = query ? counted(found.length, items.length) : "";
      if (!location.pathname.endsWith("/search.html")) return; // only there does the address mean it
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : "search.html");
    };
    const { form, input, status, run } = box(find, show);
    find.querySelector(".find-link").remove();
    form.hidden = false;
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
