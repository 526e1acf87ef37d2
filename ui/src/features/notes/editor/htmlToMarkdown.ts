/**
 * Pasted markup as clean Markdown. The markup is parsed into a document of its own, in
 * which nothing runs and nothing loads; only what is named here comes out of it.
 */

const DEEPEST = 60;
/** Characters of markup that are read. */
const LONGEST = 2_000_000;
const DROPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "IFRAME", "OBJECT", "EMBED", "SVG", "MATH", "FORM", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "AUDIO", "VIDEO", "CANVAS"]);
const BLOCKS = new Set(["P", "DIV", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN", "ASIDE", "NAV", "FIGURE", "FIGCAPTION", "ADDRESS", "DL", "DT", "DD", "DETAILS", "SUMMARY", "CENTER"]);

/** Characters that would be marks of Markdown, made words. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`);
}

function squeeze(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, " ");
}

function address(link: Element): string | null {
  const href = link.getAttribute("href")?.trim() ?? "";
  return /^https?:\/\/[^\s<>"]+$/i.test(href) ? href.replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")) : null;
}

/** What stands deeper than anybody writes: its words, without what is no text. */
function onlyWords(element: Element): string {
  for (const dropped of element.querySelectorAll([...DROPPED].join(","))) dropped.remove();
  return literal(squeeze(element.textContent ?? ""));
}

function wrapped(mark: string, text: string): string {
  const words = text.trim();
  if (words === "") return text;
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return `${before}${mark}${words}${mark}${after}`;
}

function inline(node: Node, depth: number): string {
  if (node.nodeType === Node.TEXT_NODE) return literal(squeeze(node.textContent ?? ""));
  if (!(node instanceof Element)) return "";
  const name = node.tagName.toUpperCase();
  if (DROPPED.has(name)) return "";
  if (depth > DEEPEST) return onlyWords(node);
  const text = (): string => [...node.childNodes].map((child) => inline(child, depth + 1)).join("");
  switch (name) {
    case "BR":
      return "\n";
    case "STRONG":
    case "B":
      return wrapped("**", text());
    case "EM":
    case "I":
      return wrapped("*", text());
    case "DEL":
    case "S":
      return wrapped("~~", text());
    case "CODE":
    case "KBD":
      return wrapped("`", squeeze(node.textContent ?? "").replace(/`/g, "'"));
    case "IMG":
      // A picture of the web is never loaded: its words stay.
      return literal(squeeze(node.getAttribute("alt") ?? ""));
    case "A": {
      const to = address(node);
      const inner = text();
      const words = inner.trim();
      if (words === "" || to === null) return inner;
      return `[${words}](${to})`;
    }
    default:
      return text();
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, "\\|").replace(/\s+/g, " ").trim()).join(" | ")} |`;
}

function table(node: Element, depth: number): string {
  const rows = [...node.querySelectorAll("tr")].filter((tr) => tr.closest("table") === node).slice(0, 500).map((tr) => [...tr.children].slice(0, 50).map((cell) => inline(cell, depth + 1)));
  const wide = Math.max(0, ...rows.map((cells) => cells.length));
  if (wide === 0) return "";
  const whole = rows.map((cells) => [...cells, ...Array<string>(wide - cells.length).fill("")]);
  const [head = [], ...rest] = whole;
  return [row(head), row(Array<string>(wide).fill("---")), ...rest.map(row)].join("\n");
}

function list(node: Element, depth: number): string {
  const ordered = node.tagName.toUpperCase() === "OL";
  return [...node.children]
    .map((item, at) => {
      const mark = ordered ? `${at + 1}. ` : "- ";
      const text = blocks(item, depth + 1).join("\n").trim();
      return mark + text.replace(/\n+/g, `\n${" ".repeat(mark.length)}`);
    })
    .join("\n");
}

/** The blocks in a node, in order. */
function blocks(node: Node, depth: number): string[] {
  if (depth > DEEPEST) return node instanceof Element ? [onlyWords(node)] : [];
  const out: string[] = [];
  let words = "";
  const end = (): void => {
    // Line by line: a pattern would look through a long run of blanks again and again.
    const text = words.split("\n").map((line) => line.trim()).join("\n").trim();
    if (text !== "") out.push(text.replace(/^(#{1,6}|[-+>]|\d+[.)])(?=\s)/gm, "\\$1"));
    words = "";
  };
  for (const child of node.childNodes) {
    const name = child instanceof Element ? child.tagName.toUpperCase() : "";
    const heading = /^H([1-6])$/.exec(name);
    if (!(child instanceof Element) || DROPPED.has(name)) words += inline(child, depth + 1);
    else if (heading || BLOCKS.has(name) || ["UL", "OL", "BLOCKQUOTE", "PRE", "TABLE", "HR"].includes(name)) {
      end();
      if (heading) {
        const text = squeeze(inline(child, depth + 1)).trim();
        if (text !== "") out.push(`${"#".repeat(Number(heading[1]))} ${text}`);
      } else if (name === "UL" || name === "OL") out.push(list(child, depth + 1));
      else if (name === "BLOCKQUOTE") out.push(blocks(child, depth + 1).join("\n\n").replace(/^/gm, "> "));
      else if (name === "PRE") out.push(`\`\`\`\n${(child.textContent ?? "").replace(/```/g, "'''").trimEnd()}\n\`\`\``);
      else if (name === "TABLE") out.push(table(child, depth + 1));
      else if (name === "HR") out.push("---");
      else out.push(...blocks(child, depth + 1));
    } else if ([...child.children].some((inner) => BLOCKS.has(inner.tagName.toUpperCase()) || /^(H[1-6]|UL|OL|TABLE|BLOCKQUOTE|PRE)$/i.test(inner.tagName))) {
      end();
      out.push(...blocks(child, depth + 1));
    } else words += inline(child, depth + 1);
  }
  end();
  return out.filter((block) => block.trim() !== "");
}

/** Markdown of pasted markup; empty when nothing of it is text. */
export function htmlToMarkdown(html: string): string {
  const page = new DOMParser().parseFromString(html.slice(0, LONGEST), "text/html");
  return blocks(page.body, 0).join("\n\n");
}
