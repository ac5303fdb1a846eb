// After something went from a study for good: the search's index of it goes too, which lies in the program's own folder.
import { IndexStore } from '#core/services/search/index-store';
import { userDataFolder } from '#core/services/user-data-folder';
import { nodeDisk } from '#core/vault/disk';

/** Removes the stored index of a study; the next search makes it anew. @param folder of the study, absolute. */
export function forgetSearch(folder: string): Promise<void> {
  return new IndexStore(nodeDisk, userDataFolder()).forget(folder);
}
