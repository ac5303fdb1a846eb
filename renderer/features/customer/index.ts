// The door of the room “customer”: the one view of the customer, composed from themes, quotes and verdicts.
export { customerHandlers } from './commands.ts';
export { CustomerTab } from './CustomerTab.tsx';
