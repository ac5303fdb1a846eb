// The door of the room “self-assessment”: how customer-focused we are, as we see it ourselves, over time.
export { AssessmentDialog } from './AssessmentDialog.tsx';
export { selfAssessmentHandlers } from './commands.ts';
export { SelfAssessmentTab } from './SelfAssessmentTab.tsx';
export { useAssessmentRounds } from './use-assessment-rounds.ts';
