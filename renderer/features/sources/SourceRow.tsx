// One interview in the list: title, who is heard, where snippets lie, how many.
import { COVERAGE_PARTS, coverageInWords, coverageOf } from './coverage.ts';
import { useReferring } from '#renderer/stores/record-hooks';
import { countNoun } from '#shared/lib/text';

import { InlineRename } from '../../ui/InlineRename.tsx';
import list from '../../ui/list.module.css';
import { renameSource } from './source-actions.ts';
import type { SourceNode } from './source-tree.ts';
import { finishRename, useRenaming } from './renaming.ts';
import styles from './sources.module.css';

export function SourceRow({ node }: { node: SourceNode }) {
  const snippets = useReferring('sources', node.id, 'snippets');
  const renaming = useRenaming((state) => state.id === node.id);
  const parts = coverageOf(node.source.transcript.turns, snippets);
  if (renaming) {
    return (
      <InlineRename
        label={`New title of ${node.label}`}
        name={node.source.title}
        onDone={(title) => {
          finishRename();
          if (title !== null) renameSource(node.id, title);
        }}
      />
    );
  }
  return (
    <>
      <span className={list.rowName} title={node.label}>
        {node.label}
      </span>
      {node.people === '' ? null : <span className={list.rowCount}>{node.people}</span>}
      <CoverageStrip parts={parts} />
      <span className={`${list.rowCount} ${styles.snippets}`} title={countNoun(snippets.length, 'snippet', 'snippets')}>
        {snippets.length}
        <span className="visually-hidden"> {snippets.length === 1 ? 'snippet' : 'snippets'}</span>
      </span>
    </>
  );
}

/** Eight bars, as high as snippets are many. */
function CoverageStrip({ parts }: { parts: readonly number[] }) {
  const most = Math.max(1, ...parts);
  return (
    <svg className={styles.coverage} viewBox={`0 0 ${COVERAGE_PARTS * 4} 12`} role="img" aria-label={coverageInWords(parts)}>
      <title>{coverageInWords(parts)}</title>
      {parts.map((count, at) => {
        const height = count === 0 ? 1 : 3 + Math.round((count / most) * 9);
        return <rect key={at} x={at * 4} y={12 - height} width={3} height={height} data-empty={count === 0} />;
      })}
    </svg>
  );
}
