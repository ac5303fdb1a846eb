// Random inputs of the log of conversations, the habits, the signals and the gates.
import type { VaultReader } from '#shared/model/vault-state';

import { some } from './some-record.ts';

/** Inputs of the log of conversations, the habits, the signals and the gates. */
export function rhythmInputs(reader: VaultReader, [a = 0, b = 0, c = 0, d = 0]: number[], text: string): Record<string, unknown> {
  const on = `2026-0${(a % 9) + 1}-1${b % 10}`;
  const department = some(reader, 'departments', b);
  const departmentId = c % 2 && department !== 'nobody' ? department : null;
  const source = some(reader, 'sources', d);
  const sourceId = d % 2 && source !== 'nobody' ? source : null;
  const conversationId = some(reader, 'conversations', a);
  const rhythmItemId = some(reader, 'rhythmItems', a);
  const keptItems = [...reader.all('rhythmItems').values()].filter(({ doneOn }) => doneOn.length > 0);
  const kept = keptItems[a % Math.max(1, keptItems.length)];
  const gateId = some(reader, 'gates', a);
  const passedGates = [...reader.all('gates').values()].filter((gate) => gate.passed !== null);
  const passed = passedGates[a % Math.max(1, passedGates.length)];
  const measured = [...reader.all('signals').values()].filter(({ points }) => points.length > 0);
  const signal = measured[a % Math.max(1, measured.length)] ?? reader.get('signals', some(reader, 'signals', a));
  const signalId = signal?.id ?? 'nobody';
  const day = signal?.points[b % Math.max(1, signal.points.length)]?.on ?? on;
  const themeId = some(reader, 'themes', c);
  const explained = [...reader.all('signals').values()].find(({ whys }) => whys.length > 0);
  return {
    logConversation: { heldOn: on, kind: 'visit', customer: text, sourceId, people: [{ name: text, departmentId }] },
    updateConversation: { conversationId, learned: text, minutes: (b % 90) + 1 },
    removeConversation: { conversationId },
    setGoal: { person: text, perMonth: (b % 4) + 1, departmentId },
    removeGoal: { goalId: some(reader, 'goals', a) },
    addRhythmItem: { title: text, cadence: 'monthly', firstDueOn: on },
    updateRhythmItem: { rhythmItemId, owner: text },
    markRhythmDone: { rhythmItemId, on },
    markRhythmNotDone: { rhythmItemId: kept?.id ?? 'nobody', on: kept?.doneOn[0] ?? on },
    snoozeRhythm: { rhythmItemId, until: c % 2 ? on : null },
    removeRhythmItem: { rhythmItemId },
    addGate: { name: text, dueOn: on },
    updateGate: { gateId, summary: text, shaped: text },
    passGate: { gateId, on },
    reopenGate: { gateId: passed?.id ?? gateId },
    removeGate: { gateId },
    addSignal: { name: text, kind: 'nps', points: [{ on, value: b - 50, answers: c + 1 }] },
    updateSignal: { signalId, unit: text },
    addSignalPoints: { signalId, points: [{ on, value: c, answers: null }] },
    removeSignalPoint: { signalId, on: day },
    explainSignal: { signalId, on: day, themeId, note: text },
    clearExplanation: {
      signalId: explained?.id ?? 'nobody',
      on: explained?.whys[0]?.on ?? on,
      themeId: explained?.whys[0]?.themeId ?? themeId,
    },
    removeSignal: { signalId },
  };
}
