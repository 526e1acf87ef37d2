// Finds what a person finds: visible elements by role and accessible name.
// arguments: role, name (null for any), whole (true: the name is all of it, false: it holds it),
// root (null for the document). Returns elements in document order.
// Roles of HTML elements: https://www.w3.org/TR/html-aria/#docconformance (those used here).
const [wantedRole, wantedName, whole, root] = arguments;

const implicit = (e) => {
  const tag = e.localName;
  const type = (e.getAttribute("type") || "text").toLowerCase();
  if (tag === "input") {
    if (type === "search") return "searchbox";
    if (type === "checkbox" || type === "radio") return type;
    if (type === "button" || type === "submit") return "button";
    return "textbox";
  }
  const byTag = {
    button: "button", textarea: "textbox", select: "combobox", option: "option",
    h1: "heading", h2: "heading", h3: "heading", h4: "heading", ul: "list", ol: "list",
    li: "listitem", nav: "navigation", main: "main", aside: "complementary", dialog: "dialog",
    article: "article", p: "paragraph", table: "table", tr: "row", td: "cell", th: "columnheader",
    time: "time", mark: "mark", iframe: "iframe", summary: "button", figcaption: "caption", img: "img",
  };
  if (tag === "a") return e.hasAttribute("href") ? "link" : "generic";
  if (tag === "section") return e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") ? "region" : "generic";
  if (e.isContentEditable && !e.parentElement?.isContentEditable) return "textbox";
  return byTag[tag] || "generic";
};
const roleOf = (e) => (e.getAttribute("role") || "").split(" ")[0] || implicit(e);

const flat = (text) => (text || "").replace(/\s+/g, " ").trim();
const nameOf = (e) => {
  const ids = e.getAttribute("aria-labelledby");
  if (ids) {
    const text = flat(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
    if (text) return text;
  }
  const label = flat(e.getAttribute("aria-label"));
  if (label) return label;
  if (e.labels?.length) return flat([...e.labels].map((l) => l.textContent).join(" "));
  const text = flat(e.textContent);
  return text || flat(e.getAttribute("alt") || e.getAttribute("title") || e.getAttribute("placeholder"));
};

const visible = (e) => {
  if (e.closest("[aria-hidden='true'], [inert]")) return false;
  const style = getComputedStyle(e);
  return style.visibility !== "hidden" && style.display !== "none" && e.getClientRects().length > 0;
};

const found = [];
for (const e of (root || document).querySelectorAll("*")) {
  if (roleOf(e) !== wantedRole || !visible(e)) continue;
  const name = nameOf(e);
  if (wantedName === null || (whole ? name === wantedName : name.includes(wantedName))) found.push(e);
}
return found;
