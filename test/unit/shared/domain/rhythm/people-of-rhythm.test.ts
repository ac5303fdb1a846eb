// Everybody of us in one row: role and department from the goal, else from the newest conversation.
import { expect, it } from 'vitest';

import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { peopleOfRhythm } from '#shared/domain/rhythm/people-of-rhythm';
import { daysAgo, hoursInWords, shareInWords } from '#shared/domain/rhythm/rhythm-words';
import { buildStudy } from '#test/builders/study-builder';

const TODAY = '2026-06-30';

it('joins what is known of one person under any spelling', () => {
  const study = buildStudy();
  const departmentId = study.department('Sales');
  study.edit('setGoal', { person: 'Nora', departmentId });
  study.edit('setGoal', { person: 'Ada', role: 'Engineer' });
  study.edit('logConversation', { heldOn: '2026-06-10', kind: 'visit', minutes: 150, people: [{ name: 'NORA ', role: 'Seller' }] });
  study.edit('logConversation', { heldOn: '2026-06-20', kind: 'visit', minutes: null, people: [{ name: 'nora' }, { name: 'Imre' }] });
  const people = peopleOfRhythm(study.state, conversationLog(study.state, TODAY), TODAY);
  expect(people.map(({ name, role, last, progress }) => [name.trim(), role, last.days, progress?.had ?? null])).toEqual([
    ['Ada', 'Engineer', null, 0],
    ['Imre', '', 10, null],
    ['Nora', 'Seller', 10, 2],
  ]);
  expect(people[2]).toMatchObject({ departmentId, exposure: { hours: 2.5, conversations: 2, withoutLength: 1, enough: true } });
});

it('says times and shares in words', () => {
  expect([null, 0, 1, 12].map(daysAgo)).toEqual(['none yet', 'today', 'yesterday', '12 days ago']);
  expect([0, 0.5, 1, 2.25].map(hoursInWords)).toEqual(['0 min', '30 min', '1 h', '2.3 h']);
  expect([null, 0.176].map(shareInWords)).toEqual(['–', '18 %']);
});
