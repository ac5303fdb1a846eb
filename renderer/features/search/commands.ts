// Commands of the search room.
import { showActivity } from '#renderer/stores/view-store';

export const searchHandlers = { 'search.vault': () => showActivity('search') };
