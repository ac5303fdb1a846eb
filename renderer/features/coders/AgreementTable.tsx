// The figures tag by tag; the count of passages that differ leads to them.
import type { PassageAnswer, TagAgreement } from '#shared/rpc/coder-answers';
import { useRecords } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { coefficientText, countText, NOT_DEFINED, percentText } from './agreement-words.ts';
import styles from './coders.module.css';

interface AgreementTableProps {
  figures: readonly TagAgreement[];
  passages: readonly PassageAnswer[];
  names: readonly [string, string];
  onPassages(tagId: string | null): void;
}

export function AgreementTable({ figures, passages, names, onPassages }: AgreementTableProps) {
  const tagNames = new Map(useRecords('tags').map(({ id, name }) => [id, name]));
  const differ = new Map<string, number>();
  for (const { disputed } of passages) for (const id of disputed) differ.set(id, (differ.get(id) ?? 0) + 1);
  const [whole, ...tags] = figures;
  const named = tags
    .map((row) => ({ ...row, name: tagNames.get(row.tagId ?? '') ?? 'A tag that is gone' }))
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
  const rows = whole ? [{ ...whole, name: 'All tags' }, ...named] : named;
  return (
    // A region that scrolls must be reached by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Agreement tag by tag">
      <table className={styles.table}>
        <thead>
          <tr>
            {['Tag', 'Agreement', 'Kappa', 'Alpha', 'Both', `Only ${names[0]}`, `Only ${names[1]}`, 'Neither', 'Differ'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tagId, name, percent, kappa, alpha, table }) => (
            <tr key={tagId ?? ''} data-whole={tagId === null}>
              <th scope="row">{name}</th>
              <Figure text={percentText(percent)} />
              <Figure text={coefficientText(kappa)} />
              <Figure text={coefficientText(alpha)} />
              <Figure text={countText(table.both)} />
              <Figure text={countText(table.onlyFirst)} />
              <Figure text={countText(table.onlySecond)} />
              <Figure text={countText(table.neither)} />
              <td>
                <Differ name={name} count={tagId === null ? passages.length : (differ.get(tagId) ?? 0)} onOpen={() => onPassages(tagId)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ text }: { text: string }) {
  return <td className="record">{text === NOT_DEFINED ? <span title="Not defined: always decided the same way">{text}</span> : text}</td>;
}

function Differ({ name, count, onOpen }: { name: string; count: number; onOpen(): void }) {
  if (count === 0) return <span className="record">0</span>;
  return (
    <Button look="quiet" className={styles.differ} aria-label={`${name}: show ${count} where they differ`} onClick={onOpen}>
      {countText(count)}
    </Button>
  );
}
