// Using a snippet as evidence: which assumption, what it says of it, and why.
import { EVIDENCE_RELATIONS, type EvidenceRelation } from '#shared/model/records/evidence-link';
import { shorten } from '#shared/lib/text';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { RELATION_NAMES } from '../evidence/index.ts';
import { currentTarget } from './choosing.ts';

export async function useSelectedAsEvidence(): Promise<void> {
  const target = currentTarget();
  if (target?.kind === 'snippet') await judgeSnippet(target.snippetId);
}

/** Asks step by step; leaving any step changes nothing. */
export async function judgeSnippet(snippetId: string, assumptionId?: string): Promise<void> {
  const assumption = assumptionId ?? (await chooseAssumption(snippetId));
  if (assumption === null) return;
  const relation = await chooseRelation(snippetId, assumption);
  if (relation === null) return;
  const reason = await askReason(snippetId, assumption, relation);
  if (reason === null) return;
  await edit('setEvidence', { assumptionId: assumption, snippetId, relation, reason });
  announce(`This quote ${relation} the assumption.`);
}

function linkOf(snippetId: string, assumptionId: string) {
  return projection.state.referring('assumptions', assumptionId, 'evidenceLinks').find((link) => link.snippetId === snippetId);
}

async function chooseAssumption(snippetId: string): Promise<string | null> {
  const { state } = projection;
  const departments = [...state.all('departments').values()].sort((left, right) => left.order - right.order);
  const items = departments.flatMap((department): QuickPickItem[] =>
    state
      .referring('departments', department.id, 'assumptions')
      .sort((left, right) => left.order - right.order)
      .map(({ id, statement }) => {
        const link = linkOf(snippetId, id);
        return {
          id,
          label: shorten(statement, 140),
          section: department.name,
          detail: department.name,
          ...(link ? { hint: RELATION_NAMES[link.relation] } : {}),
        };
      }),
  );
  const answer = await quickPick({
    title: 'Use as evidence for…',
    placeholder: 'Type words of an assumption',
    items,
    empty: (query) =>
      query === ''
        ? 'No assumption is written down yet. They belong in the plan, under each department.'
        : `No assumption has “${query}” in it.`,
  });
  return answer && 'id' in answer ? answer.id : null;
}

const MEANINGS: Readonly<Record<EvidenceRelation, string>> = {
  supports: 'what was said is as the assumption has it',
  contradicts: 'what was said is against it',
  refines: 'true for some, or in another way',
  'not-relevant': 'what was said is about something else',
};

async function chooseRelation(snippetId: string, assumptionId: string): Promise<EvidenceRelation | null> {
  const now = linkOf(snippetId, assumptionId)?.relation;
  const answer = await quickPick({
    title: shorten(projection.state.require('assumptions', assumptionId).statement, 90),
    placeholder: 'What does this quote say of it?',
    items: EVIDENCE_RELATIONS.map((id) => ({
      id,
      label: RELATION_NAMES[id],
      detail: MEANINGS[id],
      ...(id === now ? { hint: 'now' } : {}),
    })),
  });
  const chosen = answer && 'id' in answer ? answer.id : null;
  return EVIDENCE_RELATIONS.find((relation) => relation === chosen) ?? null;
}

const WHY: Readonly<Record<EvidenceRelation, string>> = {
  supports: 'Why does it support it?',
  contradicts: 'Why does it contradict it?',
  refines: 'Why does it refine it?',
  'not-relevant': 'Why is it not about it?',
};

/** What is typed, or nothing: a reason may come later. */
async function askReason(snippetId: string, assumptionId: string, relation: EvidenceRelation): Promise<string | null> {
  const before = linkOf(snippetId, assumptionId);
  const kept = before?.relation === relation ? before.reason : '';
  const answer = await quickPick({
    title: WHY[relation],
    placeholder: 'One sentence, for those who read it later',
    items: (query) => (query.trim() === '' ? [{ id: 'none', label: 'No reason for now' }] : []),
    ranked: true,
    create: { label: (query) => `Because “${shorten(query, 120)}”` },
    initialQuery: kept,
  });
  if (!answer) return null;
  return 'create' in answer ? answer.create : '';
}
