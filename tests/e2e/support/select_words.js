// Selects the first run of text inside arguments[0] that is exactly arguments[1],
// across element boundaries, and tells the page as a mouse would.
const [root, words] = arguments;
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
const nodes = [];
let text = "";
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  nodes.push([text.length, node]);
  text += node.data;
}
const start = text.indexOf(words);
if (start < 0) return false;
const place = (at, end) => {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const [from, node] = nodes[i];
    if (end ? from < at : from <= at) return [node, at - from];
  }
  return [nodes[0][1], 0];
};
const range = document.createRange();
range.setStart(...place(start, false));
range.setEnd(...place(start + words.length, true));
range.startContainer.parentElement.scrollIntoView({ block: "center" });
const box = range.getBoundingClientRect();
const target = range.startContainer.parentElement;
const mouse = { bubbles: true, button: 0, view: window };
target.dispatchEvent(new MouseEvent("mousedown", { ...mouse, clientX: box.left, clientY: box.top + 4 }));
const selection = getSelection();
selection.removeAllRanges();
selection.addRange(range);
target.dispatchEvent(new MouseEvent("mouseup", { ...mouse, clientX: box.right, clientY: box.top + 4 }));
return true;
