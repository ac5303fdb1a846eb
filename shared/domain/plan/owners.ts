// Who will have to use the result, and what each gave to it; and whether so many are still a circle of owners or a committee.
import { nameKey } from '#shared/domain/rhythm/name-key';
import type { Owner } from '#shared/model/records/owner';
import type { VaultReader } from '#shared/model/vault-state';

/** A group of more than this decides slowly and owns nothing; the study may set another number. */
export const MOST_OWNERS = 7;

export interface OwnerReading {
  owner: Owner;
  /** Assumptions that carry the name or the role as their owner. */
  assumptions: number;
  /** Commitments that the person takes on or has signed. */
  commitments: number;
  /** Forecasts the person gave. */
  forecasts: number;
  /** True when nothing is known of the person that went into the study. */
  silent: boolean;
}

export interface OwnerCircle {
  owners: OwnerReading[];
  /** Owners before it is called a committee. */
  most: number;
  isCommittee: boolean;
}

/** The owners in order, with what goes by their names elsewhere; names and roles are compared without case and space around them. */
export function readOwners(reader: VaultReader): OwnerCircle {
  const assumptions = [...reader.all('assumptions').values()];
  const commitments = [...reader.all('commitments').values()];
  const forecasts = [...reader.all('forecasts').values()];
  const owners = [...reader.all('owners').values()]
    .sort((left, right) => left.order - right.order)
    .map((owner): OwnerReading => {
      const keys = new Set([owner.name, owner.role].filter((each) => each.trim() !== '').map(nameKey));
      const isThem = (name: string): boolean => keys.has(nameKey(name));
      const counts = {
        assumptions: assumptions.filter((each) => isThem(each.owner)).length,
        commitments: commitments.filter((each) => isThem(each.owner) || each.signatures.some(({ name }) => isThem(name))).length,
        forecasts: forecasts.filter(({ person }) => isThem(person)).length,
      };
      const silent = owner.gave.trim() === '' && counts.assumptions + counts.commitments + counts.forecasts === 0;
      return { owner, ...counts, silent };
    });
  const most = reader.get('study', 'study')?.mostOwners ?? MOST_OWNERS;
  return { owners, most, isCommittee: owners.length > most };
}

/** `8 owners: more than 7 are a committee. …` when there are more than the study allows for; null otherwise. */
export function committeeWarning({ owners, most, isCommittee }: OwnerCircle): string | null {
  if (!isCommittee) return null;
  return `${owners.length} owners: more than ${most} are a committee. A committee softens what was heard until nobody has to act on it. Keep those who will have to use the result, and tell the others what came of it.`;
}
