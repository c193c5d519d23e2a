// A citation mark opens a card with its source, in the text below it. Without this script it leads to the list of sources.
(function () {
  "use strict";

  let open = null;

  function close(focus) {
    if (!open) return;
    const { mark, card, note } = open;
    open = null;
    card.remove();
    note.classList.remove("cited");
    mark.removeAttribute("aria-expanded");
    if (focus) mark.focus();
  }

  function show(mark, note) {
    const card = document.createElement("div");
    card.className = "card";
    card.tabIndex = -1;
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", "Source " + mark.textContent);
    for (const part of note.children) {
      const copy = part.cloneNode(true);
      copy.removeAttribute("id");
      card.append(copy);
    }
    const leave = document.createElement("button");
    leave.type = "button";
    leave.textContent = "Close";
    leave.addEventListener("click", () => close(true));
    card.append(leave);
    // After the whole line that the mark stands in, so that the text above it does not move.
    const line = mark.closest("p, li, td, dd");
    if (line.matches("td, dd, li")) line.append(card);
    else line.after(card);
    mark.setAttribute("aria-expanded", "true");
    note.classList.add("cited");
    open = { mark, card, note };
    // In the margin the list scrolls by itself; the page must not.
    const list = note.closest(".sources");
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTop += note.getBoundingClientRect().top - list.getBoundingClientRect().top - 60;
    }
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const mark = event.target.closest("a.mark");
    const note = mark && document.getElementById(mark.hash.slice(1));
    if (!note || !note.closest(".sources")) return;
    event.preventDefault();
    const again = open && open.mark === mark;
    close(again);
    if (!again) show(mark, note);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) close(true);
  });

  for (const mark of document.querySelectorAll("a.mark")) mark.setAttribute("role", "button");
})();
