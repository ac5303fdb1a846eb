// Writes a query in its short text form, as parseQuery reads it.
import type { Condition } from '#shared/model/records/query';
import type { VaultReader } from '#shared/model/vault-state';

import { nameFor } from './query-names.ts';
import { quotedWord } from './query-words.ts';

/** Reading it again gives a query that finds the same; records that are gone stand by their ids. */
export function writeQuery(reader: VaultReader, where: Condition): string {
  const inner = (of: Condition): string => writeQuery(reader, of);
  switch (where.is) {
    case 'and':
    case 'or':
      if (where.of.length === 0) return where.is === 'and' ? '()' : 'not ()';
      return where.of.map((part) => grouped(reader, part)).join(` ${where.is} `);
    case 'not':
      return `not ${grouped(reader, where.of)}`;
    case 'overlapping':
      return `overlapping(${inner(where.of)})`;
    case 'near':
      return `near:${where.within}${where.unit}(${inner(where.of)})`;
    case 'tag':
      return `${where.alone ? 'tag-alone' : 'tag'}:${quotedWord(nameFor(reader, 'tags', where.tagId))}`;
    case 'speaker':
      return `speaker:${quotedWord(where.label)}`;
    case 'participant':
      return `participant:${quotedWord(nameFor(reader, 'participants', where.participantId))}`;
    case 'segment':
      return `segment:${where.segmentId === null ? 'none' : segmentWord(nameFor(reader, 'segments', where.segmentId))}`;
    case 'source':
      return `source:${quotedWord(nameFor(reader, 'sources', where.sourceId))}`;
    case 'kind':
      return `kind:${where.kind}`;
    case 'held':
      return heldWords(where.from, where.to);
    case 'text':
      return `text:${quotedWord(where.text)}`;
    case 'starred':
      return 'starred';
  }
}

const segmentWord = (name: string): string => (name === 'none' ? '"none"' : quotedWord(name));

/** Brackets around what would otherwise be read with its neighbours. */
function grouped(reader: VaultReader, where: Condition): string {
  const several = (where.is === 'and' || where.is === 'or') && where.of.length > 0;
  const twoBounds = where.is === 'held' && where.from !== null && where.to !== null;
  const written = writeQuery(reader, where);
  return several || twoBounds ? `(${written})` : written;
}

/** Neither bound: any day, which is what a day on either side of one says. */
function heldWords(from: string | null, to: string | null): string {
  const bounds = [from === null ? '' : `from:${from}`, to === null ? '' : `to:${to}`].filter(Boolean);
  return bounds.length > 0 ? bounds.join(' and ') : 'from:0001-01-01';
}
