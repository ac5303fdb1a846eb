// The door of the room “participants”.
export { ParticipantsTab } from './ParticipantsTab.tsx';
export { ParticipantInspector } from './ParticipantInspector.tsx';
