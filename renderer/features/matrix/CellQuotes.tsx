// The quotes behind a cell: the best for and against beside each other, the rest below, each with a judgement of its own if wanted.
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';

import type { MatrixCell } from '#shared/domain/evidence/matrix';
import { pickQuotes } from '#shared/domain/readout/choose-quotes';
import { EVIDENCE_RELATIONS, type EvidenceLink } from '#shared/model/records/evidence-link';
import { useReferring } from '#renderer/stores/record-hooks';

import { Button, IconButton } from '../../ui/Button.tsx';
import { type ContextMenuItem, useContextMenu } from '../../ui/ContextMenu.tsx';
import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { BestQuotes, openSnippet, Quote, RELATION_NAMES, useEvidence } from '../evidence/index.ts';
import { judgeQuote } from './judge.ts';
import styles from './cell-inspector.module.css';

/** Quotes of a list before the rest is asked for. */
const FIRST = 6;

export function CellQuotes({ cell }: { cell: MatrixCell }) {
  const scope = useEvidence();
  const { supporting, contradicting, refining } = cell.snippetIds;
  const [bestFor = null] = pickQuotes(scope, supporting, 1);
  const [bestAgainst = null] = pickQuotes(scope, contradicting, 1);
  const without = (ids: readonly string[], best: string | null): string[] => ids.filter((id) => id !== best);
  const spoken = new Set([...supporting, ...contradicting, ...refining]);
  const others = [...scope.evidence.family(cell.themeId).snippetIds].filter((id) => !spoken.has(id));
  const othersTitle = spoken.size === 0 ? 'Quotes of this theme' : 'Not judged in this theme';
  return (
    <div className={styles.quotes} data-cell-quotes="">
      <BestQuotes supporting={bestFor} contradicting={bestAgainst} />
      <QuoteList title="More for it" snippetIds={without(supporting, bestFor)} cell={cell} />
      <QuoteList title="More against it" snippetIds={without(contradicting, bestAgainst)} cell={cell} />
      <QuoteList title="Refines it" snippetIds={refining} cell={cell} />
      <QuoteList title={othersTitle} snippetIds={others} cell={cell} />
    </div>
  );
}

function QuoteList({ title, snippetIds, cell }: { title: string; snippetIds: readonly string[]; cell: MatrixCell }) {
  const scope = useEvidence();
  const [all, setAll] = useState(false);
  if (snippetIds.length === 0) return null;
  const picked = pickQuotes(scope, snippetIds, all ? snippetIds.length : FIRST);
  // Quotes without a participant's words are never picked, and still belong to the cell.
  const shown = all
    ? [...picked, ...snippetIds.filter((id) => !picked.includes(id))]
    : picked.length > 0
      ? picked
      : snippetIds.slice(0, FIRST);
  return (
    <section className={styles.list}>
      <SectionTitle level={3} count={snippetIds.length}>
        {title}
      </SectionTitle>
      {shown.map((id) => (
        <JudgeableQuote key={id} snippetId={id} cell={cell} />
      ))}
      {shown.length < snippetIds.length ? <Button onClick={() => setAll(true)}>Show all {snippetIds.length}</Button> : null}
    </section>
  );
}

function JudgeableQuote({ snippetId, cell }: { snippetId: string; cell: MatrixCell }) {
  const links = useReferring('snippets', snippetId, 'evidenceLinks');
  const own = links.find((link) => link.assumptionId === cell.assumptionId) ?? null;
  const menu = useContextMenu('This quote on its own');
  return (
    <div>
      <Quote
        snippetId={snippetId}
        actions={
          <>
            {own ? (
              <span className={styles.own} title={own.reason || undefined}>
                <EvidenceGlyph shape={own.relation} size={11} /> alone: {RELATION_NAMES[own.relation].toLowerCase()}
              </span>
            ) : null}
            <IconButton
              label="Judge this quote on its own"
              aria-haspopup="menu"
              onClick={(event) => menu.open(event, quoteMenu(snippetId, cell.assumptionId, own))}
            >
              <MoreHorizontal size={14} aria-hidden="true" />
            </IconButton>
          </>
        }
      />
      {own?.reason.trim() ? <p className={styles.ownReason}>{own.reason}</p> : null}
      {menu.menu}
    </div>
  );
}

function quoteMenu(snippetId: string, assumptionId: string, own: EvidenceLink | null): ContextMenuItem[] {
  const set = (relation: (typeof EVIDENCE_RELATIONS)[number] | null) => () =>
    void judgeQuote(snippetId, assumptionId, relation).catch(() => undefined);
  const judgements = EVIDENCE_RELATIONS.filter((relation) => relation !== own?.relation).map((relation) => ({
    id: relation,
    label: `This quote alone: ${RELATION_NAMES[relation].toLowerCase()}`,
    run: set(relation),
  }));
  return [
    { id: 'open', label: 'Open in the transcript', run: () => openSnippet(snippetId) },
    ...judgements,
    ...(own ? [{ id: 'clear', label: 'Count it with its theme again', run: set(null) }] : []),
  ];
}
