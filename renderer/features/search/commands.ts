// Commands of the search room.
import { flushSync } from 'react-dom';

import { showActivity } from '#renderer/stores/view-store';

/** Shows the search with the cursor in its field, what is there selected for typing over. At once: the next key may be a letter of the search. */
function searchVault(): void {
  flushSync(() => showActivity('search'));
  const field = document.querySelector<HTMLInputElement>('[data-surface="search"] input');
  field?.focus();
  field?.select();
}

export const searchHandlers = { 'search.vault': searchVault };
