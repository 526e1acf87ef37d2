import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const FONTS = [
  "@fontsource-variable/source-sans-3",
  "@fontsource-variable/source-serif-4",
  "@fontsource-variable/vazirmatn",
  "@fontsource/scheherazade-new",
  "@fontsource/source-code-pro",
];

/** The fonts' licence asks for its text beside them: licences/source-sans-3.txt and so on. */
const fontLicences: Plugin = {
  name: "font-licences",
  apply: "build",
  generateBundle() {
    for (const font of FONTS) {
      const source = readFileSync(new URL(`node_modules/${font}/LICENSE`, import.meta.url), "utf8");
      this.emitFile({ type: "asset", fileName: `licences/${basename(font)}.txt`, source });
    }
  },
};

export default defineConfig({
  plugins: [svelte(), fontLicences],
  clearScreen: false,
  server: { port: 5173, strictPort: true, host: "127.0.0.1" },
  build: {
    outDir: "dist",
    target: "es2022",
    // Inlined assets are data: addresses, which the window's CSP refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  // Svelte's browser build, also under vitest.
  resolve: process.env["VITEST"] ? { conditions: ["browser"] } : {},
  // Tests that need a page say so: // @vitest-environment jsdom
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/layout.ts"],
    // The first editor of a file takes seconds on a busy machine.
    testTimeout: 60_000,
  },
});
