// Everybody and every conversation that the kept history knows, also those that the study no longer holds.
import { peopleInSource } from '#shared/domain/evidence/participants-of';
import type { Change } from '#shared/model/changes';
import type { Participant } from '#shared/model/records/participant';
import type { Source } from '#shared/model/records/source';

import type { Disk } from '../vault/disk.ts';
import { listHistoryParts } from '../vault/history.ts';
import { readHistoryStart } from '../vault/history-start.ts';
import { Pauses } from '../vault/pauses.ts';
import { scanFile } from '../vault/scan-lines.ts';
import type { VaultFiles } from '../vault/vault-files.ts';

/** A conversation as the history tells of it. */
export interface PastSource {
  /** The newest record of it that any step holds. */
  last: Source;
  /** The highest revision of its text that any step names. */
  revision: number;
  /** Labels under which each person was ever taken to speak; an empty set for somebody who was heard without a label. */
  heard: Map<string, Set<string>>;
}

export interface Past {
  sources: Map<string, PastSource>;
  /** The newest record of each participant that any step holds. */
  participants: Map<string, Participant>;
  /** The last change before the first that is kept; 0 when all are. */
  startSeq: number;
  /** The last change that was read. */
  lastSeq: number;
  /** False when a line does not hold or is missing: then somebody may be missing here too. */
  whole: boolean;
}

/** Reads the whole history line by line, with pauses, and changes nothing. Memory: one record a person and a conversation. */
export async function readPast(disk: Disk, files: VaultFiles): Promise<Past> {
  const startSeq = (await readHistoryStart(disk, files))?.seq ?? 0;
  const past: Past = { sources: new Map(), participants: new Map(), startSeq, lastSeq: startSeq, whole: true };
  const pauses = new Pauses();
  const parts = (await listHistoryParts(disk, files)).filter(({ lastSeq }) => lastSeq > startSeq);
  for (const file of [...parts.map((part) => part.file), files.journal]) {
    for await (const stretch of scanFile(disk, file, files.cipher)) {
      if (pauses.due) await pauses.take();
      if (stretch.kind === 'broken') past.whole = false;
      else if (stretch.parsed.entry.seq > past.lastSeq) {
        if (stretch.parsed.entry.seq > past.lastSeq + 1) past.whole = false;
        past.lastSeq = stretch.parsed.entry.seq;
        for (const change of stretch.parsed.entry.changes) note(past, change);
      }
    }
  }
  return past;
}

function note({ sources, participants }: Past, { collection, id, before, after }: Change): void {
  for (const record of [before, after]) {
    if (record && collection === 'participants') participants.set(id, record as Participant);
    if (record && collection === 'sources') noteSource(sources, record as Source);
  }
}

function noteSource(sources: Past['sources'], source: Source): void {
  const known = sources.get(source.id);
  const heard = known?.heard ?? new Map<string, Set<string>>();
  for (const person of peopleInSource(source)) {
    const labels = source.speakers.filter(({ role, participantId }) => role === 'participant' && participantId === person);
    heard.set(person, new Set([...(heard.get(person) ?? []), ...labels.map(({ label }) => label)]));
  }
  const revision = Math.max(known?.revision ?? 0, source.transcript.revision);
  sources.set(source.id, { last: source, revision, heard });
}
