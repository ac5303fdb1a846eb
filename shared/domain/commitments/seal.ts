// Sealing commitments: a chain of hashes over the terms as they were signed, and what becomes of a seal when the terms change.
import { sha256Hex } from '#shared/lib/sha256';
import type { BrokenBy, Commitment, CommitmentSeal } from '#shared/model/records/commitment';

/** `changed`: the record is not what was sealed, and no edit of the application did that. `unsealed`: it was sealed and has been changed since. */
export type SealState = 'open' | 'sealed' | 'changed' | 'unsealed';

/** Where the chain stands, or what a new link needs. */
type Link = Omit<CommitmentSeal, 'hash'>;

/** What is agreed and signed; themes are linked afterwards and outcomes come later, so neither is in it. */
function termsOf(commitment: Commitment): unknown[] {
  const { id, statement, atLeast, of, segmentId, assumptionId, side, owner, action, dueOn, signatures } = commitment;
  return [id, statement, atLeast, of, segmentId, assumptionId, side, owner, action, dueOn, signatures.map(({ name, at }) => [name, at])];
}

/** SHA-256 over the link before, number, time, who sealed, how many sources there were, and the terms with their signatures. */
export function sealHash(commitment: Commitment, { previous, number, at, by, sources }: Link): string {
  return sha256Hex(JSON.stringify(['plumbline-commitment-1', previous, number, at, by, sources, ...termsOf(commitment)]));
}

/** Whether the seal stands, judged by the record alone. */
export function sealState(commitment: Commitment): SealState {
  const { seal, broken } = commitment;
  if (seal === null) return broken.length > 0 ? 'unsealed' : 'open';
  return sealHash(commitment, seal) === seal.hash ? 'sealed' : 'changed';
}

function sealsOf(commitments: Iterable<Commitment>): CommitmentSeal[] {
  return [...commitments].flatMap(({ seal, broken }) => [...broken.map((each) => each.seal), ...(seal ? [seal] : [])]);
}

/** The end of the chain: the seal with the highest number, broken ones included; null when nothing was sealed yet. */
export function lastSeal(commitments: Iterable<Commitment>): CommitmentSeal | null {
  return sealsOf(commitments).reduce<CommitmentSeal | null>((last, seal) => (last && last.number >= seal.number ? last : seal), null);
}

/** The commitment with its seal, the next link of the chain. */
export function sealed(commitment: Commitment, last: CommitmentSeal | null, told: Pick<Link, 'at' | 'by' | 'sources'>): Commitment {
  const link: Link = { ...told, number: (last?.number ?? 0) + 1, previous: last?.hash ?? '' };
  return { ...commitment, seal: { ...link, hash: sealHash(commitment, link) } };
}

/**
 * Changes fields of a commitment. Where that touches the terms, signatures go, because nobody signed these; and a seal becomes a broken
 * one, kept with who had signed. A record that was altered by hand stays as it is shown, changed: an edit does not heal it.
 */
export function changeCommitment(
  before: Commitment,
  fields: Partial<Commitment>,
  why: BrokenBy,
  who: { at: string | null; by: string } = { at: null, by: '' },
): Commitment {
  const after = { ...before, ...fields };
  if (JSON.stringify(termsOf(before)) === JSON.stringify(termsOf(after))) return after;
  const signatures = fields.signatures ?? [];
  const { seal } = before;
  if (seal === null) return { ...after, signatures };
  if (sealState(before) === 'changed') return after;
  const signed = (fields.signatures ?? before.signatures).map(({ name }) => name);
  return { ...after, signatures, seal: null, broken: [...after.broken, { seal, signed, why, ...who }] };
}

/** One thing that does not hold in the chain of seals. */
export interface SealFault {
  commitmentId: string;
  kind: 'changed' | 'gap';
  /** A finished sentence. */
  what: string;
}

/** Looks at all seals of a study: each against its terms, and each against the one before it. */
export function sealFaults(commitments: Iterable<Commitment>): SealFault[] {
  const all = [...commitments];
  const known = new Set(sealsOf(all).map(({ number, hash }) => `${number} ${hash}`));
  return all.flatMap((commitment): SealFault[] => {
    const { id: commitmentId, seal, statement } = commitment;
    if (seal === null) return [];
    const day = seal.at.slice(0, 10);
    if (sealState(commitment) === 'changed') {
      const what = `The commitment “${statement}” is not what was sealed on ${day}: it was changed outside of Plumbline, and its seal does not fit.`;
      return [{ commitmentId, kind: 'changed', what }];
    }
    const first = seal.number === 1 && seal.previous === '';
    if (first || known.has(`${seal.number - 1} ${seal.previous}`)) return [];
    const what = `The commitment that was sealed before “${statement}” (${day}) is gone or was changed: the chain of seals does not lead there.`;
    return [{ commitmentId, kind: 'gap', what }];
  });
}
