/* What stands around a page only where scripts run: the switch of colours, the box for words, and a menu that opens and
   shuts. Loaded before the page is drawn, so that nobody sees it in the wrong colours first, or jump. */
(() => {
  "use strict";

  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const icon = (name) => make("span", { class: `icon icon-${name}`, "aria-hidden": "true" });
  const button = (name, label, attributes) =>
    make("button", { type: "button", ...attributes }, make("span", { class: "unseen" }, label), icon(name));

  /* --- the colours ------------------------------------------------------------------------------------------------- */

  const KEY = "in-exchange-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const toggle = button("scheme", "", { class: "scheme" });
  const tint = make("meta", { name: "theme-color" }); // what a telephone paints around the page
  document.head.append(tint);

  // A browser may keep nothing for a page from a folder, or be told to keep nothing at all.
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const keep = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // Then the choice holds for this page.
    }
  };
  const wear = (scheme) => {
    document.body.setAttribute("data-md-color-scheme", scheme);
    tint.content = getComputedStyle(document.body).getPropertyValue("--paper");
    toggle.querySelector("span").textContent = scheme === "lamp" ? "Switch to light" : "Switch to dark";
  };
  const chosen = () => kept() ?? (dark.matches ? "lamp" : "paper");

  wear(chosen());
  toggle.addEventListener("click", () => {
    const scheme = document.body.getAttribute("data-md-color-scheme") === "lamp" ? "paper" : "lamp";
    keep(scheme);
    wear(scheme);
  });
  dark.addEventListener("change", () => wear(chosen()));

  /* --- the box for words; `search.js` finds what they mean ---------------------------------------------------------- */

  const link = document.querySelector(".shell .find-link");
  const input = make("input", {
    type: "text",
    id: "find",
    name: "q",
    placeholder: "Search the ledger",
    enterkeyhint: "search",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "found",
    "aria-autocomplete": "list",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
  });
  const form = make(
    "form",
    { role: "search", "aria-label": "In the header", id: "find-form" },
    make("label", { for: "find", class: "unseen" }, "Search the ledger"),
    make("span", { class: "find-line" }, icon("find"), input, make("kbd", { "aria-hidden": "true" }, "/")),
    make(
      "div",
      { class: "find-panel" },
      make("p", { role: "status" }),
      make("div", { role: "listbox", id: "found", "aria-label": "Found" }),
      make("p", { class: "find-all", hidden: "" }, make("a", { href: link.href }, "Show all")),
    ),
  );
  const opener = button("find", "Search", {
    class: "find-open",
    "aria-expanded": "false",
    "aria-controls": "find-form",
  });
  link.replaceWith(make("div", { class: "find" }, opener, form));

  /* --- the menu of a telephone -------------------------------------------------------------------------------------- */

  const pages = document.getElementById("menu");
  const menu = button("menu", "Menu", { class: "menu", "aria-expanded": "false", "aria-controls": "menu" });
  const open = (wanted) => {
    pages.classList.toggle("open", wanted);
    menu.setAttribute("aria-expanded", String(wanted));
  };
  document.querySelector("a.menu").replaceWith(toggle, menu);
  menu.addEventListener("click", () => {
    open(!pages.classList.contains("open"));
    if (pages.classList.contains("open")) pages.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !pages.classList.contains("open")) return;
    open(false);
    menu.focus();
  });
})();
