// A page that has moved: takes the address of a claim along, which the browser would leave behind.
if (location.hash) {
  location.replace(document.querySelector('link[rel="canonical"]').getAttribute("href") + location.hash);
}
