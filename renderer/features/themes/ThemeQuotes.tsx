// The quotes of a theme, grouped by who said them: one loud voice is seen at once.
import { Star } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';
import { useRecord } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames } from '#renderer/stores/shown-names';
import { tryEdit } from '#renderer/stores/vault-actions';

import { pseudonymOf, useBoardPeople } from '../board/index.ts';
import { Quote } from '../evidence/index.ts';
import { IconButton } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { figuresOf, quotesByPerson } from './theme-people.ts';
import styles from './themes.module.css';

export function ThemeQuotes({ themeId }: { themeId: string }) {
  const { scope } = useBoardPeople();
  const hideNames = useHideNames();
  const { snippetIds } = figuresOf(scope, themeId);
  const groups = quotesByPerson(scope, snippetIds);
  return (
    <section className={styles.section}>
      <SectionTitle count={snippetIds.size}>Quotes</SectionTitle>
      {groups.length === 0 ? (
        <p className={styles.quiet}>No quotes yet. Drag cards into this cluster on the board, or move them there with M.</p>
      ) : null}
      {groups.map(({ person, snippetIds: ids }) => (
        <section key={person ?? 'nobody'} className={styles.person}>
          <h3 className={styles.personName}>
            <bdi>{person === null ? 'Nobody heard' : nameOf(scope.reader, person, hideNames)}</bdi>{' '}
            <span className={styles.quiet}>{countNoun(ids.length, 'quote', 'quotes')}</span>
          </h3>
          <div className={styles.quotes}>
            {ids.map((id) => (
              <Quote key={id} snippetId={id} actions={<KeyQuote snippetId={id} />} />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}

function nameOf(reader: VaultReader, person: string, hideNames: boolean): string {
  const participant = reader.get('participants', person);
  return participant ? personLabel(participant, hideNames) : pseudonymOf(reader, person);
}

/** Marks a quote as one that comes first in the readout. */
function KeyQuote({ snippetId }: { snippetId: string }) {
  const starred = useRecord('snippets', snippetId)?.starred ?? false;
  return (
    <IconButton
      label="Key quote: comes first in the readout"
      pressed={starred}
      onClick={() => tryEdit('starSnippets', { snippetIds: [snippetId], starred: !starred })}
    >
      <Star size={14} aria-hidden="true" />
    </IconButton>
  );
}
