// Hands text in as a paste does; tells after how many milliseconds the library has one
// article more (the window is told so and asks for its rows) and when its word is found.
const [text, word, done] = arguments;
const call = (command, args) => window.__TAURI_INTERNALS__.invoke(command, args);
const query = { scope: "library", sort: "imported", entity: null, import: null };
const wait = (ms) => new Promise((go) => setTimeout(go, ms));
const until = async (holds) => {
  for (const end = performance.now() + 20000; performance.now() < end; await wait(2)) {
    if (await holds()) return true;
  }
  return false;
};
(async () => {
  const before = (await call("article_list", { query, offset: 0, limit: 1 })).total;
  const from = performance.now();
  await call("import_start", { sources: [{ from: "text", text }], door: "pasted" });
  const isListed = async () => (await call("article_list", { query, offset: 0, limit: 1 })).total > before;
  if (!(await until(isListed))) return { problem: "never listed" };
  const listed = performance.now() - from;
  const ask = { text: word, kinds: [], offset: 0, limit: 1 };
  const isFound = async () => (await call("search_run", { query: ask })).total > 0;
  if (!(await until(isFound))) return { problem: "never found" };
  return { listed, searchable: performance.now() - from };
})().then(done, (problem) => done({ problem: String(problem?.detail ?? problem?.code ?? problem) }));
