// Commands of the search room.
import { showActivity } from '#renderer/stores/view-store';

/** Shows the search with the cursor in its field, what is there selected for typing over. */
function searchVault(): void {
  showActivity('search');
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>('[data-surface="search"] input');
    field?.focus();
    field?.select();
  });
}

export const searchHandlers = { 'search.vault': searchVault };
