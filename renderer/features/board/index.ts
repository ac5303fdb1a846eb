// The door of the room “board”.
export { BoardSideBar } from './BoardSideBar.tsx';
export { BoardTab } from './BoardTab.tsx';
export { CardsInspector } from './CardsInspector.tsx';
export { dissolve } from './board-actions.ts';
export { boardHandlers } from './commands.ts';
export { dominanceOf, pseudonymOf } from './people-words.ts';
export { PeopleStrip } from './ClusterHead.tsx';
export { useBoardPeople } from './use-board.ts';
