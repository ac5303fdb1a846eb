// The door of the room “commitments”: what was agreed before the evidence, as a part of the plan.
export { commitmentHandlers } from './commands.ts';
export { CommitmentSection } from './CommitmentSection.tsx';
