// The door of the room “departments”.
export { DepartmentTab } from './DepartmentTab.tsx';
