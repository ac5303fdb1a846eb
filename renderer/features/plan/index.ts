// The door of the room “plan”.
export { PlanSideBar } from './PlanSideBar.tsx';
export { PlanTab } from './PlanTab.tsx';
export { AssumptionInspector } from './AssumptionInspector.tsx';
export { planHandlers } from './commands.ts';
export { NameField } from './NameField.tsx';
export { showInMatrix } from './plan-actions.ts';
