// The door of the room “participants”: who was heard, and the segments they belong to.
export { participantsHandlers } from './commands.ts';
export { ParticipantInspector } from './ParticipantInspector.tsx';
export { ParticipantsTab } from './ParticipantsTab.tsx';
