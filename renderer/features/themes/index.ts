// The door of the room “themes”.
export { ThemeTab } from './ThemeTab.tsx';
export { ThemeInspector } from './ThemeInspector.tsx';
