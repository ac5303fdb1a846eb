// Words of commitments as the plan shows them.
import type { CommitmentReading } from '#shared/domain/commitments/read-commitment';
import { countNoun } from '#shared/lib/text';
import type { Commitment } from '#shared/model/records/commitment';

/** `6 of 8 people heard say it; 5 are needed.` */
export function countInWords({ counted, people, heard, needed, byHand, commitment }: CommitmentReading): string {
  const count =
    counted === 'not linked'
      ? 'Choose the assumption or themes whose people count.'
      : `${people.length} of ${countNoun(heard, 'person', 'people')} heard ${people.length === 1 ? 'says' : 'say'} it; ${needed} ${needed === 1 ? 'is' : 'are'} needed.`;
  return byHand ? `By hand: ${commitment.judged?.reason ?? ''} Counted: ${count}` : count;
}

const day = (time: string): string => time.slice(0, 10);

/** What a seal says of itself; null without one, and without one before. */
export function sealInWords({ commitment, seal }: Pick<CommitmentReading, 'commitment' | 'seal'>): string | null {
  const { seal: link, broken, signatures } = commitment;
  const names = signatures.map(({ name }) => name).join(', ');
  if (link !== null && seal === 'changed')
    return `This is not what was sealed on ${day(link.at)}: it was changed outside of Plumbline. The history still holds what was signed.`;
  if (link !== null) {
    const before = link.sources === 0 ? 'before the first interview' : `after ${countNoun(link.sources, 'interview', 'interviews')}`;
    return `Sealed on ${day(link.at)}, ${before}. Signed by ${names}. Seal ${link.number}: ${link.hash.slice(0, 12)}`;
  }
  const last = broken.at(-1);
  return last ? unsealedInWords(last) : null;
}

function unsealedInWords({ seal, signed, why, at, by }: Commitment['broken'][number]): string {
  const was = `Unsealed. It was sealed on ${day(seal.at)} and signed by ${signed.join(', ')}`;
  if (why === 'removed') return `${was}; a segment or assumption that it named was removed since.`;
  if (why === 'names-replaced') return `${was}; names in it were replaced since.`;
  return `${was}; ${by || 'somebody'} changed it${at === null ? '' : ` on ${day(at)}`}.`;
}
