// What is said of a deletion: when it is done, and when something stopped it.
import { isPerson, type PurgeIntent, type Tombstone } from './tombstones.ts';

interface PurgeWords {
  /** Beginning of a sentence about a disk that did not let it begin. */
  notYet: string;
  /** Beginning of a sentence about a disk that stopped it behind the study itself. */
  notEverywhere: string;
  /** @param reason a finished sentence. */
  givenUp(reason: string): string;
}

const PERSON: PurgeWords = {
  notYet: 'The participant could not be deleted yet',
  notEverywhere: 'The participant is gone from the study, but not yet from every copy',
  givenUp: (reason) => `The participant was not deleted: ${reason} Check the study’s files, then delete the participant again.`,
};

const NAMES: PurgeWords = {
  notYet: 'The names could not be taken out of history and backups yet',
  notEverywhere: 'The names are gone from the study, but not yet from every copy',
  givenUp: (reason) =>
    `The names were not taken out of history and backups: ${reason} Check the study’s files, then replace the names again.`,
};

/** Words for a deletion that is under way; those about a person when it cannot be read which it is. */
export function wordsOfPurge(intent: Pick<PurgeIntent, 'tombstones'> | null): PurgeWords {
  return intent && !intent.tombstones.some(isPerson) ? NAMES : PERSON;
}

/** What was done. @param unreached folders with backups that are not there now. */
export function purgeSentences(tombstones: readonly Tombstone[], unreached: readonly string[]): string[] {
  const people = tombstones.filter((tombstone) => isPerson(tombstone) && tombstone.sameAs === undefined).length;
  const who = people === 1 ? 'One participant was' : `${people} participants were`;
  return [
    ...(people > 0
      ? [`${who} deleted with everything they said: from the study, its history and its backups. This cannot be undone.`]
      : []),
    ...(tombstones.every(isPerson)
      ? []
      : [
          'The names that were replaced are gone from the study, its history, its old texts and its backups. This cannot be undone. Exports and copies that were made before still hold them.',
        ]),
    ...unreached.map((place) => `Backups in ${place} could not be reached. They are cleaned as soon as that folder is there again.`),
  ];
}
