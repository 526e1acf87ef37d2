import "./styles/index.css";
// Before whoever asks for it once, when it is loaded.
import "./state/idle";

import { mount } from "svelte";

import App from "./App.svelte";
import { logProblem } from "./api/client";

// What nobody caught goes to the log file: where it happened, never what was on screen.
window.addEventListener("error", (event) => {
  // The browser's way of saying that a measurement waits for the next frame.
  if (event.message.startsWith("ResizeObserver loop")) return;
  logProblem(`${event.message} at ${event.filename.split("/").pop() ?? ""}:${event.lineno}`);
});
window.addEventListener("unhandledrejection", (event) => {
  const reason: unknown = event.reason;
  logProblem(reason instanceof Error ? `${reason.name}: ${reason.message}` : "rejection without an error");
});

const root = document.getElementById("app");
if (root) mount(App, { target: root });
