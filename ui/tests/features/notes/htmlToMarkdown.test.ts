// @vitest-environment jsdom
import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../../src/features/notes/editor/htmlToMarkdown";

test("headings, lists, quotes, tables, links and emphasis become Markdown", () => {
  const html = `<meta charset="utf-8"><h2>The  message</h2><p>Kim <b>Jong</b> Un wrote to
    <a href="https://example.org/a_(b)">Moscow</a>.</p><ul><li>one</li><li>two<ol><li>deeper</li></ol></li></ul>
    <blockquote><p>firm solidarity</p></blockquote>
    <table><tr><th>Date</th><th>What</th></tr><tr><td>9 May</td><td>a|b</td></tr></table><pre>a\n b</pre>`;
  expect(htmlToMarkdown(html)).toBe(
    [
      "## The message",
      "Kim **Jong** Un wrote to [Moscow](https://example.org/a_%28b%29).",
      "- one\n- two\n  1. deeper",
      "> firm solidarity",
      "| Date | What |\n| --- | --- |\n| 9 May | a\\|b |",
      "```\na\n b\n```",
    ].join("\n\n"),
  );
});

test("nothing that runs, loads or hides comes out", () => {
  const html = `<script>alert(1)</script><style>p{}</style><p onclick="x()">words<img src="https://evil.example/x.png" alt="a picture">
    <a href="javascript:alert(1)">click</a><iframe src="https://evil.example"></iframe></p><svg><script>1</script></svg>
    <form><input value="secret"></form>`;
  const markdown = htmlToMarkdown(html);
  expect(markdown).toBe("wordsa picture click");
});

test("what only looks like Markdown or a link of ours stays words", () => {
  expect(htmlToMarkdown("<p># no heading</p><p>[[note:x|y]] *a* &lt;b&gt;</p>")).toBe(
    "\\# no heading\n\n\\[\\[note:x|y\\]\\] \\*a\\* \\<b\\>",
  );
});

test("right-to-left and Korean text stays as it is", () => {
  expect(htmlToMarkdown('<p dir="rtl">نص <strong>عربي</strong></p><p lang="ko">김정은 동지</p>')).toBe("نص **عربي**\n\n김정은 동지");
});

test("markup as deep as a trap ends", () => {
  const deep = "<div>".repeat(400);
  expect(htmlToMarkdown(`${deep}deep<script>alert(1)</script>`)).toBe("deep");
});

test("nested links without an address, and long runs of blanks, come to an end", () => {
  // Markup can't put links into links directly; tables in them can.
  expect(htmlToMarkdown(`${"<a><table><td>".repeat(28)}deep`)).toContain("deep");
  expect(htmlToMarkdown(`<p><b>a${"\u00a0".repeat(400_000)}b</b></p>`).length).toBe(400_006);
  expect(htmlToMarkdown(`<p>a${"<i> </i>".repeat(3_000)}b</p>`)).toMatch(/^a +b$/);
});
