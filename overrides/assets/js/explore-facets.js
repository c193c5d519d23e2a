/* Explore, the column beside the table: words, years with a small histogram, and a box of values for each facet. */
"use strict";

const narrowing = (() => {
  const { facets, oldest, newest } = exploring;
  const { make } = showing;
  const SHOWN = 5; // values of a facet before "more"

  /* A facet's box. `pick(value, on)` hears what is ticked; `draw(picked, counts)` shows a state. */
  const facetBox = (facet, pick) => {
    let now = [new Set(), []];
    const lines = []; // of the values that have been shown: a facet may have hundreds, and a reader looks at few
    const line = (value) => {
      const check = make("input", { type: "checkbox", onchange: () => pick(value, check.checked) });
      const number = make("span", { class: "number" });
      const label = make("span", {}, facet.values[value][1]);
      return { check, number, line: make("label", { class: "value" }, check, label, " ", number) };
    };
    const isOpen = () => more.getAttribute("aria-expanded") === "true";
    const toggle = () => {
      more.setAttribute("aria-expanded", String(!isOpen()));
      draw(...now);
    };
    const more = make("button", { type: "button", class: "plain", "aria-expanded": "false", onclick: toggle });
    const legend = make("legend", {}, facet.label);
    const box = make("fieldset", { "data-facet": facet.key }, legend, more);

    const draw = (picked, counts) => {
      now = [picked, counts];
      let shown = 0;
      let left = 0;
      const hidden = facet.values.map((_, value) => {
        const live = picked.has(value) || counts[value] > 0;
        const hide = !live || (!isOpen() && !picked.has(value) && shown >= SHOWN);
        if (!hide) shown++;
        else if (live) left++;
        return hide;
      });
      let next = more;
      for (let value = hidden.length - 1; value >= 0; value--) {
        if (!lines[value]) {
          if (hidden[value]) continue;
          lines[value] = line(value);
          next.before(lines[value].line);
        }
        const made = lines[value];
        next = made.line;
        made.check.checked = picked.has(value);
        // To set what is so already would cost the browser a new layout of every line.
        if (made.line.hidden !== hidden[value]) made.line.hidden = hidden[value];
        if (!hidden[value] && made.number.textContent !== `${counts[value]}`) made.number.textContent = counts[value];
      }
      more.hidden = !isOpen() && !left;
      more.textContent = isOpen() ? "Fewer" : `${left} more`;
      box.hidden = !shown;
    };
    return { box, draw };
  };

  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /* The years. `set(end, year)` hears "from" or "to" with a year or null. */
  const yearsBox = (set) => {
    const input = (end, hint) =>
      make("input", {
        type: "text",
        inputmode: "numeric",
        maxlength: 4,
        placeholder: hint,
        onchange: ({ target }) => set(end, /^\d{4}$/.test(target.value) ? Number(target.value) : null),
      });
    const inputs = { from: input("from", oldest), to: input("to", newest) };
    const bars = svg("svg", { role: "img", viewBox: `0 0 ${(newest - oldest + 1) * 10} 30`, preserveAspectRatio: "none" });
    const ends = Object.entries(inputs).flatMap(([end, field]) => [make("label", {}, `${end} `, field), " "]);
    const box = make("fieldset", { "data-facet": "years" }, make("legend", {}, "Years"), ...ends, bars);

    const draw = ({ from, to }, years) => {
      inputs.from.value = from ?? "";
      inputs.to.value = to ?? "";
      const most = Math.max(1, ...years);
      const drawn = Array.from(years, (number, n) => {
        const year = oldest + n;
        const height = number && Math.max(1, (30 * number) / most);
        const chosen = year >= (from ?? oldest) && year <= (to ?? newest) ? "in" : "out";
        return svg("rect", { x: n * 10 + 1, y: 30 - height, width: 8, height, class: chosen, "data-number": number });
      });
      bars.replaceChildren(...drawn);
      const busiest = oldest + years.indexOf(most);
      bars.setAttribute("aria-label", `Entries by year, ${oldest} to ${newest}; most in ${busiest}: ${most}`);
    };
    return { box, draw };
  };

  /* The whole column. `change(alter)` is given a function that alters the state. */
  const column = (change) => {
    const set = (key, value) => change((state) => (state[key] = value));
    const words = make("input", {
      type: "search",
      id: "words",
      placeholder: "container, Rason, tanker",
      autocomplete: "off",
      oninput: () => set("words", words.value.trim()),
    });
    const boxes = facets.map((facet, f) =>
      facetBox(facet, (value, on) => change((state) => state.picked[f][on ? "add" : "delete"](value))),
    );
    const years = yearsBox(set);
    const [first, ...others] = boxes.map(({ box }) => box);
    const label = make("label", { for: "words" }, "Words in the entry");
    const field = make("div", { class: "field" }, label, words);
    const made = make("details", { class: "facets" }, make("summary", {}, "Narrow the table"), field);
    made.append(first, years.box, ...others);

    // Beside the table it is always open; above it, on a narrow screen, only when asked for.
    const wide = matchMedia("(min-width: 60em)");
    const unfold = () => (made.open = wide.matches);
    wide.addEventListener("change", unfold);
    unfold();

    const draw = (state, counts, numbers) => {
      if (words.value.trim() !== state.words) words.value = state.words;
      boxes.forEach((box, f) => box.draw(state.picked[f], counts[f]));
      years.draw(state, numbers);
    };
    return { made, draw };
  };

  return { column };
})();
