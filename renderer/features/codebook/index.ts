// The door of the room “codebook”.
export { CodebookSideBar } from './CodebookSideBar.tsx';
export { CodebookTab } from './CodebookTab.tsx';
export { TagTab } from './TagTab.tsx';
export { SplitTagDialog } from './SplitTagDialog.tsx';
export { TagInspector } from './TagInspector.tsx';
export { codebookHandlers } from './commands.ts';
export { offerTagTaker } from './tag-click.ts';
