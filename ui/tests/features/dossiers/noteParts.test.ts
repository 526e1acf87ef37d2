import { expect, test } from "vitest";

import { noteParts } from "../../../src/features/dossiers/noteParts";

test("a note is read as plain blocks, links by what they lead to", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  const body = `# Ports\nOne line\nand **more** of it.\n\n- [ ] call [[entity:${id}|Kim]]\n- ask\n> said\n> twice\n\`\`\`\n# code\nx\n\`\`\``;
  const labels = [{ target: { to: "entity" as const, id }, title: "Kim Jong Un", kind: "person" as const, gone: false }];
  expect(noteParts(body, labels)).toEqual([
    { is: "heading", text: "Ports" },
    { is: "paragraph", text: "One line and more of it." },
    { is: "item", text: "call Kim Jong Un" },
    { is: "item", text: "ask" },
    { is: "quote", text: "said twice" },
    { is: "code", text: "# code\nx" },
  ]);
});

test("a long line of marks that never end is read in a time that grows with its length alone", () => {
  // Looked for to the end of the line from each mark, this would take minutes.
  const body = "**x ".repeat(20_000);
  expect(noteParts(body, [])).toEqual([{ is: "paragraph", text: body.trim() }]);
});
