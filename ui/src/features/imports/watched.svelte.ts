// The folders whose new files are imported by themselves.

import { imports as client } from "../../api/client";
import type { WatchedFolder } from "../../api/generated";
import { showFailure, showNotice } from "../../state/toasts.svelte";
import { notebookMenu as words } from "../../strings/en";

let folders = $state.raw<readonly WatchedFolder[]>([]);

export const watched = {
  get folders(): readonly WatchedFolder[] {
    return folders;
  },

  async load(): Promise<void> {
    folders = await client.watched();
  },

  /** Watches a folder that is chosen in the system's dialog. */
  async choose(): Promise<void> {
    try {
      const before = new Set((await client.watched()).map(({ path }) => path));
      folders = await client.watchChoose();
      const added = folders.find(({ path }) => !before.has(path));
      if (added) showNotice(words.watching(folderName(added.path)));
    } catch (thrown) {
      showFailure(thrown, "import_watch_choose");
    }
  },

  async stop(folder: WatchedFolder): Promise<void> {
    try {
      folders = await client.unwatch(folder.path);
      showNotice(words.unwatched(folderName(folder.path)));
    } catch (thrown) {
      showFailure(thrown, "import_unwatch");
    }
  },
};

/** The last part of a path of any system. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}
