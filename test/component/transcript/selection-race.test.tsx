// Tagging while going on: the answer to a tag arrives later, and must not take anybody back.
import { beforeEach, expect, test } from 'vitest';

import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';
import { type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { applyTags } from '../../../renderer/features/transcript/apply-tags.ts';
import { type SelectedText, useTranscriptStore } from '../../../renderer/features/transcript/transcript-store.ts';
import { openWindow } from '../../builders/window.tsx';

let study: InterviewsStudy;

const words = (sourceId: string, startOffset: number, endOffset: number): SelectedText => ({
  viewId: 'view',
  sourceId,
  selection: { range: { startTurn: 3, startOffset, endTurn: 3, endOffset }, fixed: 'start', unit: null },
  byPointer: false,
});

/** As the surface does it. */
function choose(text: SelectedText): void {
  useTranscriptStore.setState({ text });
  select({ kind: 'text', sourceId: text.sourceId });
}

beforeEach(async () => {
  const testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
});

test('words that are still selected become the selected snippet', async () => {
  const text = words(study.sources['P02 Jonas'], 0, 9);
  choose(text);
  const id = await applyTags({ kind: 'text', sourceId: text.sourceId, range: text.selection.range }, { tagIds: [study.tags.support] });
  expect(useViewStore.getState().selection).toEqual({ kind: 'snippet', id });
});

test('whoever has gone on to other words stays there', async () => {
  const text = words(study.sources['P02 Jonas'], 0, 9);
  const next = words(study.sources['P02 Jonas'], 10, 20);
  choose(text);
  const tagging = applyTags({ kind: 'text', sourceId: text.sourceId, range: text.selection.range }, { tagIds: [study.tags.support] });
  choose(next);
  const id = await tagging;
  expect(projection.state.get('snippets', id)).toBeDefined();
  expect(useViewStore.getState().selection).toEqual({ kind: 'text', sourceId: text.sourceId });
  expect(useTranscriptStore.getState().text).toBe(next);
});
