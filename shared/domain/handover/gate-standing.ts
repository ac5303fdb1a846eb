// Where a gate stands: passed, ready to be passed, or what it still lacks.
import type { LogEntry } from '#shared/domain/rhythm/conversation-log';
import { addDays, daysFrom } from '#shared/domain/rhythm/days';
import { countNoun } from '#shared/lib/text';
import type { Gate } from '#shared/model/records/gate';

/** Conversations of so many days count as recent. */
export const RECENT_DAYS = 90;

export interface GateStanding {
  state: 'passed' | 'ready' | 'open';
  /** Finished sentences: what keeps it from being passed. */
  lacks: string[];
  /** Genuine conversations of the last 90 days; for a passed gate, of those before it was passed. */
  recent: number;
  /** Something to think about, which keeps nobody from passing it; null: nothing. */
  remark: string | null;
  /** Days past its due day; 0 when passed, not yet due, or without one. */
  daysOver: number;
}

/** A gate is ready with both texts; the same is asked of the edit that passes it. @param log all conversations, whenever they were. */
export function gateStanding({ summary, shaped, passed, dueOn }: Gate, log: readonly LogEntry[], today: string): GateStanding {
  const until = passed?.on ?? today;
  const from = addDays(until, 1 - RECENT_DAYS);
  const recent = log.filter(({ genuine, heldOn }) => genuine && heldOn >= from && heldOn <= until).length;
  const lacks = [
    ...(summary.trim() === '' ? ['It has no summary of recent conversations yet.'] : []),
    ...(shaped.trim() === '' ? ['It does not say yet how conversations shaped the concept.'] : []),
  ];
  const remark =
    recent === 0
      ? `Nobody talked with a customer in the ${countNoun(RECENT_DAYS, 'day', 'days')} before: a summary would rest on older conversations.`
      : null;
  const daysOver = passed || dueOn === null ? 0 : Math.max(0, daysFrom(dueOn, today));
  return { state: passed ? 'passed' : lacks.length === 0 ? 'ready' : 'open', lacks: passed ? [] : lacks, recent, remark, daysOver };
}
