import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
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
  test: { environment: "node", include: ["tests/**/*.test.ts"] },
});
