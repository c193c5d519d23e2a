// A button that copies a citation. Without this script the text can be selected as any other.
(function () {
  "use strict";

  for (const text of document.querySelectorAll(".citation, .format pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      // Read before the button's own word is a part of it.
      const words = text.textContent;
      try {
        await navigator.clipboard.writeText(words);
      } catch {
        // A page from a folder may not have the clipboard: then the text is selected, to be copied by hand.
        getSelection().selectAllChildren(text);
        button.textContent = "Selected";
        return;
      }
      button.textContent = "Copied";
    });
    text.after(button);
  }
})();
