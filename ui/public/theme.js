// The theme of the last time, before anything is painted: the notebook, which keeps it, opens later.
// A file of its own, since the content security policy allows no script in the page.
try {
  const theme = JSON.parse(localStorage.getItem("theme") ?? "null");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme it is.
}
