// The colour scheme and the menu. Loaded before the page is drawn, so that nobody sees it in the wrong colours first.
(function () {
  "use strict";

  const KEY = "in-exchange-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const toggle = document.querySelector(".scheme");

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
    toggle.querySelector("span").textContent = scheme === "lamp" ? "Switch to light" : "Switch to dark";
  };
  const chosen = () => kept() ?? (dark.matches ? "lamp" : "paper");

  wear(chosen());
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const scheme = document.body.getAttribute("data-md-color-scheme") === "lamp" ? "paper" : "lamp";
    keep(scheme);
    wear(scheme);
  });
  dark.addEventListener("change", () => wear(chosen()));

  // Without script the label opens the menu; with it there is a button that the keyboard reaches.
  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector("button.menu");
  const first = () => document.querySelector(".md-sidebar--primary .md-nav__list a");
  const open = (wanted) => {
    drawer.checked = wanted;
    menu.setAttribute("aria-expanded", String(wanted));
  };
  document.querySelector("label.menu").hidden = true;
  menu.hidden = false;
  menu.addEventListener("click", () => {
    open(!drawer.checked);
    if (drawer.checked) first()?.focus();
  });
  drawer.addEventListener("change", () => open(drawer.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    open(false);
    menu.focus();
  });
})();
