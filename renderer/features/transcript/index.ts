// The door of the room “transcript”.
export { TranscriptTab } from './TranscriptTab.tsx';
export { SnippetInspector } from './SnippetInspector.tsx';
export { TextInspector } from './TextInspector.tsx';
export { transcriptHandlers } from './commands.ts';
