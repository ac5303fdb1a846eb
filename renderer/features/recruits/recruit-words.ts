// Words of the recruitment list on screen.
import type { RecruitRow } from '#shared/domain/recruiting/recruitment-list';
import type { Participant } from '#shared/model/records/participant';
import type { Recruit } from '#shared/model/records/recruit';

export const REACHED_WORDS: { readonly [R in Participant['reached']]: string } = {
  unknown: 'Not noted',
  advocate: 'Advocate of ours',
  introduction: 'By introduction',
  cold: 'Cold',
};

export const STRENGTH_WORDS: { readonly [S in Recruit['strength']]: string } = {
  strong: 'Strong: we know them well',
  some: 'Some: we have talked',
  weak: 'Weak: we know of them',
  none: 'None yet',
};

export const INTRODUCTION_WORDS: { readonly [I in Recruit['introduction']]: string } = {
  none: 'Nobody asked yet',
  asked: 'Asked for',
  given: 'Given',
  declined: 'Declined',
};

export const STAGE_WORDS: { readonly [S in Recruit['stage']]: string } = {
  listed: 'On the list',
  invited: 'Invited',
  agreed: 'Agreed',
  declined: 'Declined',
};

/** What stands under a name in the list. */
export function standingOf({ recruit, participant, heard, inTarget }: RecruitRow): string {
  const way =
    participant.reached === 'advocate'
      ? 'Advocate'
      : recruit.introduction === 'none'
        ? REACHED_WORDS[participant.reached]
        : `Introduction ${recruit.introduction}`;
  const stage = heard ? 'heard' : STAGE_WORDS[recruit.stage].toLowerCase();
  return [way, stage, ...(inTarget ? ['segment that matters most'] : [])].join(' · ');
}
