// Made-up records around the interviews of a study: people, codebook, board, departments, judgements.
import { DEPARTMENT_PRESETS } from '#shared/domain/evidence/department-presets';
import type { SeededRandom } from '#shared/domain/themes/seeded-random';
import { taggingId } from '#shared/edits/tagging-edits';
import type { RecordsByCollection } from '#shared/model/changes';
import { ASSUMPTION_ORIGINS } from '#shared/model/records/assumption';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { EVIDENCE_RELATIONS } from '#shared/model/records/evidence-link';
import { newReadout } from '#shared/model/records/readout';
import { newStudy } from '#shared/model/records/study';
import { TAG_COLOURS } from '#shared/model/records/tag';

import { speech, topicName } from './study-words.ts';

/** Where ids, times and chance come from, all of them repeatable. */
export interface Maker {
  random: SeededRandom;
  newId(): string;
  now(): string;
  by: string;
}

/** The records that every study has, and empty collections. */
export function firstRecords(maker: Maker): RecordsByCollection {
  const { random } = maker;
  const study = newStudy('Study for measuring');
  return {
    study: { study: { ...study, decision: { ...study.decision, question: speech(random, 14, 3), options: ['Go on', 'Stop'] } } },
    segments: Object.fromEntries(
      ['New', 'Growing', 'Long-standing', 'Left'].map((segment, order) => {
        const id = maker.newId();
        return [id, { id, name: segment, description: speech(random, 12, order), order }];
      }),
    ),
    participants: {},
    sources: {},
    snippets: {},
    tags: {},
    taggings: {},
    boards: { [FIRST_BOARD_ID]: { id: FIRST_BOARD_ID, name: 'Affinity map', focusQuestion: speech(random, 10, 1) } },
    themes: {},
    cards: {},
    departments: {},
    assumptions: {},
    evidenceLinks: {},
    counterSearches: {},
    commitments: {},
    forecasts: {},
    rivalSets: {},
    questions: {},
    askings: {},
    guide: {},
    recruits: {},
    confidences: {},
    conversations: {},
    goals: {},
    rhythmItems: {},
    signals: {},
    gates: {},
    owners: {},
    acknowledgements: {},
    assessments: {},
    memos: {},
    queries: {},
    codebookVersions: {},
    readout: { readout: newReadout() },
    customer: {},
  };
}

/** A codebook of so many tags, a quarter of them at the top. */
export function addTags(records: RecordsByCollection, maker: Maker, count: number): void {
  const { random } = maker;
  const top: string[] = [];
  for (let order = 0; order < count; order += 1) {
    const id = maker.newId();
    const isTop = order < Math.ceil(count / 4);
    if (isTop) top.push(id);
    records.tags[id] = {
      id,
      name: `${topicName(random, order, 2)} ${order + 1}`,
      definition: speech(random, 14, order),
      whenToUse: order % 3 === 0 ? speech(random, 10, order) : '',
      whenNotToUse: '',
      colour: (order % TAG_COLOURS) + 1,
      parentId: isTop ? null : (top[random.below(top.length)] ?? null),
      order,
      favourite: order < 9 ? order + 1 : null,
    };
  }
}

/** One to three tags a snippet; the first tags of the codebook are used most. */
export function tagSnippet(records: RecordsByCollection, maker: Maker, snippetId: string, tagIds: readonly string[]): void {
  const { random } = maker;
  const count = 1 + Number(random.next() < 0.5) + Number(random.next() < 0.25);
  for (let turn = 0; turn < count; turn += 1) {
    const tagId = tagIds[Math.floor(random.next() ** 2 * tagIds.length)] ?? '';
    const id = taggingId(snippetId, tagId);
    records.taggings[id] = { id, snippetId, tagId, by: maker.by, at: maker.now(), origin: 'hand' };
  }
}

/** Themes in rows on the board, every fifth nested in the one before it. */
export function addThemes(records: RecordsByCollection, maker: Maker, count: number): void {
  let last: string | null = null;
  for (let order = 0; order < count; order += 1) {
    const id = maker.newId();
    records.themes[id] = {
      id,
      boardId: FIRST_BOARD_ID,
      name: topicName(maker.random, order, 3),
      insight: speech(maker.random, 16, order),
      x: (order % 10) * 2400,
      y: Math.floor(order / 10) * 4000,
      columns: 4,
      parentId: order % 5 === 4 ? last : null,
      order,
    };
    if (order % 5 !== 4) last = id;
  }
}

/** A card for six snippets in ten: most of them in a theme, the others loose. */
export function placeSnippet(
  records: RecordsByCollection,
  maker: Maker,
  snippetId: string,
  themeIds: readonly string[],
  order: number,
): void {
  const { random } = maker;
  if (random.next() > 0.6) return;
  const id = maker.newId();
  const themeId = random.next() < 0.85 ? (themeIds[random.below(themeIds.length)] ?? null) : null;
  records.cards[id] = {
    id,
    boardId: FIRST_BOARD_ID,
    snippetId,
    themeId,
    x: random.below(40_000) - 20_000,
    y: random.below(40_000) - 20_000,
    order,
  };
}

/** The five departments with so many assumptions between them, judged by about a third of the themes and some single snippets. */
export function addDepartments(records: RecordsByCollection, maker: Maker, assumptions: number): void {
  const { random } = maker;
  const snippetIds = Object.keys(records.snippets);
  const departmentIds = DEPARTMENT_PRESETS.map(({ assumptions: _own, ...preset }, order) => {
    const id = maker.newId();
    records.departments[id] = { id, ...preset, order };
    return id;
  });
  for (let order = 0; order < assumptions; order += 1) {
    const preset = DEPARTMENT_PRESETS[order % DEPARTMENT_PRESETS.length];
    const id = maker.newId();
    records.assumptions[id] = {
      id,
      departmentId: departmentIds[order % departmentIds.length] ?? '',
      statement: preset?.assumptions[Math.floor(order / 5)]?.statement ?? speech(random, 12, order),
      origin: ASSUMPTION_ORIGINS[order % ASSUMPTION_ORIGINS.length] ?? 'other',
      dated: '2025-11-03',
      importance: 1 + (order % 5),
      owner: '',
      order,
    };
    for (const themeId of Object.keys(records.themes)) if (random.next() < 0.35) judge(records, maker, id, themeId, null);
    for (let link = 0; link < 5; link += 1) judge(records, maker, id, null, snippetIds[random.below(snippetIds.length)] ?? null);
  }
}

function judge(records: RecordsByCollection, maker: Maker, assumptionId: string, themeId: string | null, snippetId: string | null): void {
  const { random } = maker;
  const id = maker.newId();
  const relation = EVIDENCE_RELATIONS[random.below(EVIDENCE_RELATIONS.length)] ?? 'refines';
  const reason = speech(random, 10, random.below(16));
  records.evidenceLinks[id] = { id, assumptionId, themeId, snippetId, relation, reason, by: maker.by, at: maker.now() };
}

/** A memo for every second theme. */
export function addMemos(records: RecordsByCollection, maker: Maker): void {
  for (const [order, themeId] of Object.keys(records.themes).entries()) {
    if (order % 2 === 1) continue;
    const id = maker.newId();
    const text = Array.from({ length: 3 }, () => speech(maker.random, 40, order)).join('\n\n');
    const about = { collection: 'themes' as const, id: themeId };
    records.memos[id] = { id, title: `Memo ${order + 1}`, text, about, by: maker.by, at: maker.now() };
  }
}
