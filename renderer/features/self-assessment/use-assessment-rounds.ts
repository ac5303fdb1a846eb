// The rounds of the self-assessment, oldest first, as the study stands.
import { type AssessmentRound, readAssessments } from '#shared/domain/self-assessment/read-assessments';
import { useDerived } from '#renderer/stores/record-hooks';

export function useAssessmentRounds(): readonly AssessmentRound[] {
  return useDerived(['assessments'], (reader) => readAssessments(reader.all('assessments').values()));
}
