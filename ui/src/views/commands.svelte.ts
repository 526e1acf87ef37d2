// What the window itself can do, whichever screen is shown.

import { appWindow, logProblem, on } from "../api/client";
import { imports } from "../features/imports/imports.svelte";
import { watched } from "../features/imports/watched.svelte";
import { searchHistory } from "../features/search/searchHistory.svelte";
import { redoLast, undoLast } from "../features/notes/lastDone";
import { wishToWrite } from "../features/notes/wishToWrite.svelte";
import { isHeld, isTextEntry, run, useCommands } from "../keys/dispatch.svelte";
import { COMMANDS } from "../keys/registry";
import { closeTab, exchangePanes, go, goBack, goForward, navigation, openSearch, openTab, searchBeside, setBeside, turnTab } from "../state/navigation.svelte";
import { changeMeasure, changeReadSize, closeDrawer, resetReading, setTheme, toggleInspector, toggleSidebar } from "../state/layout.svelte";
import { switchNotebook } from "../state/notebook.svelte";
import { walkPanes } from "../state/panes";
import { redoTyped, undoTyped } from "../state/fieldHistory";
import { hideToast, showFailure, showNotice, toasts } from "../state/toasts.svelte";
import { promptWords } from "../strings/finding";
import { screens } from "./screens";

/** Goes a step; a note that is come to has the keyboard, where it was left. */
function writeOnAfter(step: () => void): void {
  step();
  const [place] = navigation.shown;
  if (place?.view === "note") wishToWrite.ask(place.id, "left");
}

/** Whether the key is the field's that has the keyboard; one that is held down there is of what was typed alone. */
function inField(walk: () => boolean): boolean {
  return walk() || (isHeld() && isTextEntry(document.activeElement));
}

/** Gives the global commands their meaning. Called once, by the root. */
export function useWindowCommands(sheets: { help: () => void }): void {
  useCommands({
    "search.global": () => openSearch(""),
    "search.focus": () => openSearch(""),
    "go.inbox": () => go({ view: "inbox" }),
    "go.library": () => go({ view: "library" }),
    "go.starred": () => go({ view: "starred" }),
    "go.archive": () => go({ view: "archive" }),
    "go.trash": () => go({ view: "trash" }),
    "go.quotes": () => go({ view: "quotes" }),
    "go.review": () => go({ view: "review" }),
    "go.problems": () => go({ view: "problems" }),
    ...(screens.notes ? { "go.notes": () => go({ view: "notes" }) } : {}),
    "go.dossiers": () => go({ view: "dossiers" }),
    ...(screens.entities ? { "go.entities": () => go({ view: "entities" }) } : {}),
    "history.back": () => writeOnAfter(goBack),
    "history.forward": () => writeOnAfter(goForward),
    "pane.next": () => walkPanes(1),
    "pane.previous": () => walkPanes(-1),
    "inspector.toggle": toggleInspector,
    "sidebar.toggle": toggleSidebar,
    "beside.close": () => (navigation.beside ? setBeside(null) : false),
    "tab.new": openTab,
    "tab.close": () => closeTab(),
    "tab.next": () => turnTab(1),
    "tab.previous": () => turnTab(-1),
    "pane.swap": exchangePanes,
    "search.beside": () => searchBeside(),
    "theme.light": () => setTheme("light"),
    "theme.dark": () => setTheme("dark"),
    "theme.system": () => setTheme("system"),
    "text.larger": () => changeReadSize(1),
    "text.smaller": () => changeReadSize(-1),
    "text.reset": resetReading,
    "text.wider": () => changeMeasure(1),
    "text.narrower": () => changeMeasure(-1),
    "help.open": sheets.help,
    undo: () => inField(undoTyped) || void undoLast(isHeld()),
    redo: () => inField(redoTyped) || void redoLast(isHeld()),
    "import.choose": () => imports.choose("files"),
    "import.folder": () => imports.choose("folder"),
    "import.watch": () => watched.choose(),
    "import.tray": () => imports.showLast(),
    "notebook.open": () => switchNotebook("choose"),
    "notebook.new": () => switchNotebook("new"),
    "search.clearHistory": () => searchHistory.clear(),
    "search.toggleHistory": async () => {
      await searchHistory.load();
      await searchHistory.keep(!searchHistory.kept);
      showNotice(searchHistory.kept ? promptWords.on : promptWords.off);
    },
    "window.close": () => {
      appWindow.close().catch((thrown: unknown) => logProblem(`closing: ${String(thrown)}`));
    },
    dismiss: () => {
      if (toasts.current) hideToast();
      else if (imports.trayOpen) imports.hide();
      else return closeDrawer();
    },
  });

  $effect(() => on("problem", (problem) => showFailure(problem, "shell")));
  $effect(() =>
    on("menu", ({ command }) => {
      const known = COMMANDS.find(({ id }) => id === command);
      if (known) run(known.id);
    }),
  );
}
