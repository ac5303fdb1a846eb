// The log of conversations and all that is read from it, shared by the screens of the rhythm.
import { conversationLog, type LogEntry } from '#shared/domain/rhythm/conversation-log';
import { type Listening, whoListened } from '#shared/domain/rhythm/goal-progress';
import { lastGenuine, type LastGenuineReport } from '#shared/domain/rhythm/last-genuine';
import { peopleOfRhythm, type RhythmPerson } from '#shared/domain/rhythm/people-of-rhythm';
import { rhythmBoard, type RhythmStanding } from '#shared/domain/rhythm/rhythm-board';
import { useDerived } from '#renderer/stores/record-hooks';

interface Rhythm {
  log: readonly LogEntry[];
  last: LastGenuineReport;
  people: readonly RhythmPerson[];
  listening: Listening;
}

/** @param today `2026-06-30`. */
export function useRhythm(today: string): Rhythm {
  return useDerived(
    ['conversations', 'goals', 'sources', 'departments'],
    (reader) => {
      const log = conversationLog(reader, today);
      return { log, last: lastGenuine(reader, log, today), people: peopleOfRhythm(reader, log, today), listening: whoListened(log) };
    },
    [today],
  );
}

/** Where each habit stands, by cadence. @param today `2026-06-30`. */
export function useStandings(today: string): readonly RhythmStanding[] {
  return useDerived(['rhythmItems'], (reader) => rhythmBoard(reader.all('rhythmItems').values(), today), [today]);
}
