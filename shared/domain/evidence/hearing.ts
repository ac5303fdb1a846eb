// How something was heard: said by the person, seen as they did it, or retold by somebody else.
import type { SourceKind } from '#shared/model/records/source';

export const HEARINGS = ['said', 'done', 'retold'] as const;
export type Hearing = (typeof HEARINGS)[number];

/**
 * By kind of source. What is retold (second-hand, and the stories that the frontline brings home) is shown apart and never decides;
 * what people were seen doing is stronger than what they say.
 */
export const HEARING_OF: { readonly [K in SourceKind]: Hearing } = {
  interview: 'said',
  'frontline-story': 'retold',
  complaint: 'said',
  'advisory-board': 'said',
  'friction-log': 'done',
  'win-loss': 'said',
  observation: 'done',
  'second-hand': 'retold',
  'survey-answers': 'said',
};

/** True for what the person said or did, and nobody else told of them. */
export function isFirstHand(hearing: Hearing): boolean {
  return hearing !== 'retold';
}
