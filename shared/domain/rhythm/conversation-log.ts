// The log of conversations: what was logged by hand, and the study's own sources in which somebody was met.
import type { Attendant, ConversationKind } from '#shared/model/records/conversation';
import type { Source, SourceKind } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

/** One conversation, whether logged or known from a source. */
export interface LogEntry {
  /** Id of the record in the log; null for one that is known from its source alone. */
  conversationId: string | null;
  sourceId: string | null;
  heldOn: string;
  kind: ConversationKind;
  /** Surveys and sales calls are no conversations that one listens in. */
  genuine: boolean;
  /** Minutes with the customer; null where nobody knows. */
  minutes: number | null;
  customer: string;
  people: readonly Attendant[];
  learned: string;
  influence: string;
}

/** Kinds that do not count as listening. */
const NOT_GENUINE: readonly ConversationKind[] = ['sales-call', 'survey'];

/** Whether conversations of this kind count as listening: surveys and sales calls do not. */
export function isGenuine(kind: ConversationKind): boolean {
  return !NOT_GENUINE.includes(kind);
}

/** Sources that somebody of us must have been at; what was sent in, filled in or told on is none. */
const MET_IN: { readonly [K in SourceKind]: ConversationKind | null } = {
  interview: 'interview',
  'advisory-board': 'advisory-board',
  observation: 'visit',
  'friction-log': 'product-use',
  'win-loss': 'interview',
  'frontline-story': null,
  complaint: null,
  'second-hand': null,
  'survey-answers': null,
};

/** All conversations up to a day, newest first. A source that is in the log already is there once. @param today `2026-06-30`; later ones are plans. */
export function conversationLog(reader: VaultReader, today: string): LogEntry[] {
  const entries: LogEntry[] = [];
  const logged = new Set<string>();
  for (const record of reader.all('conversations').values()) {
    if (record.sourceId !== null) logged.add(record.sourceId);
    const { heldOn, kind, customer, people, learned, influence, sourceId } = record;
    const source = sourceId === null ? undefined : reader.get('sources', sourceId);
    const minutes = record.minutes ?? (source ? recordedMinutes(source) : null);
    const told = { heldOn, kind, customer, people, learned, influence, sourceId, minutes };
    entries.push({ ...told, conversationId: record.id, genuine: isGenuine(kind) });
  }
  for (const source of reader.all('sources').values()) {
    const entry = logged.has(source.id) ? null : entryOf(source);
    if (entry) entries.push(entry);
  }
  return entries.filter(({ heldOn }) => heldOn <= today).sort((left, right) => compare(right.heldOn, left.heldOn));
}

function entryOf(source: Source): LogEntry | null {
  const kind = MET_IN[source.kind];
  if (kind === null || source.heldOn === null) return null;
  const people = source.speakers
    .filter(({ role }) => role === 'interviewer')
    .map(({ label }): Attendant => ({ name: label, role: '', departmentId: null, listener: 'team' }));
  const { id: sourceId, heldOn } = source;
  const base = { conversationId: null, sourceId, heldOn, kind, genuine: isGenuine(kind) };
  return { ...base, minutes: recordedMinutes(source), customer: '', people, learned: '', influence: '' };
}

/** Length of the recording in minutes; null for a text without times. */
function recordedMinutes({ transcript: { startMs, endMs } }: Source): number | null {
  return startMs !== null && endMs !== null && endMs > startMs ? (endMs - startMs) / 60_000 : null;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
