// The door of the room “matrix”.
export { MatrixSideBar } from './MatrixSideBar.tsx';
export { MatrixTab } from './MatrixTab.tsx';
export { CellInspector } from './CellInspector.tsx';
export { matrixHandlers } from './commands.ts';
