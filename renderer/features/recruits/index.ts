// The door of the room “recruits”: whom to interview, through whom, and the invitation.
export { recruitsHandlers } from './commands.ts';
export { RecruitsTab } from './RecruitsTab.tsx';
