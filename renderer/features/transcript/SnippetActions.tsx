// What can be done with a snippet besides tagging it, each with its key.
import { Star } from 'lucide-react';

import type { Snippet } from '#shared/model/records/snippet';
import { useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';

import { Button, IconButton } from '../../ui/Button.tsx';
import { putSnippetOnBoard, removeSnippet, starSnippet } from './snippet-actions.ts';
import { judgeSnippet } from './use-as-evidence.ts';
import styles from './inspector.module.css';

export function StarButton({ snippet: { id, starred } }: { snippet: Snippet }) {
  return (
    <IconButton
      label={starred ? 'No longer a key quote' : 'Star as a key quote: it comes first in the readout'}
      keys="S"
      pressed={starred}
      onClick={() => void starSnippet(id).catch(() => undefined)}
    >
      <Star size={16} strokeWidth={1.75} aria-hidden="true" {...(starred ? { fill: 'currentColor' } : {})} />
    </IconButton>
  );
}

export function SnippetActions({ snippet: { id } }: { snippet: Snippet }) {
  const cards = useReferring('snippets', id, 'cards');
  return (
    <div className={styles.actions}>
      {cards.length === 0 ? (
        <Button title="Put on the board (B)" onClick={() => void putSnippetOnBoard(id).catch(() => undefined)}>
          Put on the board
        </Button>
      ) : null}
      <Button title="Use as evidence for… (A)" onClick={() => void judgeSnippet(id).catch(() => undefined)}>
        Use as evidence…
      </Button>
      <Button
        title="Its tags, cards and judgements go with it; the text stays. Can be undone. (Delete)"
        onClick={() => void removeSnippet(id).catch(() => undefined)}
      >
        Remove
      </Button>
      {cards.length > 0 ? (
        <ul className={styles.themes} aria-label="On the board">
          {cards.map((card) => (
            <li key={card.id}>
              <CardPlace themeId={card.themeId} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function CardPlace({ themeId }: { themeId: string | null }) {
  if (themeId === null) return <span className={styles.quiet}>On the board, loose</span>;
  return (
    <button type="button" className={styles.link} title="Open the theme" onClick={() => openTab({ kind: 'theme', id: themeId })}>
      {projection.state.get('themes', themeId)?.name || 'An unnamed cluster'}
    </button>
  );
}
