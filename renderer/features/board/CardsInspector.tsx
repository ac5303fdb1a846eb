// Describes selected cards: one in full, several by who said them; with every way of moving them that a click can do.
import { Star } from 'lucide-react';

import { peopleOfQuotes } from '#shared/domain/evidence/theme-people';
import { countNoun, shorten } from '#shared/lib/text';
import { useRecord, useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';

import { openSnippet } from '../evidence/index.ts';
import type { InspectorView } from '../room.ts';
import { Button } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { showToo, tagSubject, takeOff } from './board-actions.ts';
import { makeCluster, moveTo } from './move-to.ts';
import { countsOf, dominanceOf } from './people-words.ts';
import { nameOfTheme } from './sentences.ts';
import { cardsAsSubject } from './subject.ts';
import { useBoardPeople, useCardFaces } from './use-board.ts';
import styles from './inspector.module.css';

export const CardsInspector: InspectorView<'cards'> = ({ selection }) => {
  const { cardIds } = cardsAsSubject(selection.ids);
  const [only] = cardIds;
  if (only === undefined) return <p className={styles.quiet}>These cards are no longer on the board.</p>;
  return cardIds.length === 1 ? <OneCard cardId={only} /> : <SeveralCards cardIds={cardIds} />;
};

function OneCard({ cardId }: { cardId: string }) {
  const card = useRecord('cards', cardId);
  const snippet = useRecord('snippets', card?.snippetId);
  const source = useRecord('sources', snippet?.sourceId);
  const faceOf = useCardFaces(useBoardPeople());
  if (!card || !snippet) return <p className={styles.quiet}>This card is no longer on the board.</p>;
  const face = faceOf(snippet.id);
  return (
    <div className={styles.inspector}>
      <SectionTitle>Card</SectionTitle>
      <blockquote className={styles.quote} dir="auto">
        {face.text}
      </blockquote>
      <p className={styles.source}>
        {face.starred ? <Star size={11} aria-label="Key quote" /> : null} {face.source}
        {source?.heldOn ? ` · ${source.heldOn}` : ''}
      </p>
      <Actions cardIds={[cardId]} />
      <Button onClick={() => openSnippet(snippet.id)}>Open in transcript</Button>
      <Places snippetId={snippet.id} />
      <Tags snippetId={snippet.id} />
      <CommitField
        label="Note"
        multiline
        value={snippet.note}
        placeholder="What you make of it"
        onCommit={(note) => tryEdit('setSnippetNote', { snippetId: snippet.id, note }, `note ${snippet.id}`)}
      />
    </div>
  );
}

/** The clusters in which the snippet is shown. */
function Places({ snippetId }: { snippetId: string }) {
  const cards = useReferring('snippets', snippetId, 'cards');
  return (
    <section>
      <SectionTitle level={3}>On the board</SectionTitle>
      <ul className={styles.places}>
        {cards.map(({ id, themeId }) => (
          <li key={id}>
            {themeId === null ? (
              <span className={styles.quiet}>Loose</span>
            ) : (
              <button type="button" className={styles.link} onClick={() => openTab({ kind: 'theme', id: themeId })}>
                {nameOfTheme(themeId)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tags({ snippetId }: { snippetId: string }) {
  const taggings = useReferring('snippets', snippetId, 'taggings');
  return (
    <section>
      <SectionTitle level={3} count={taggings.length}>
        Tags
      </SectionTitle>
      <div className={styles.tags}>
        {taggings.map(({ tagId }) => (
          <Tag key={tagId} tagId={tagId} onRemove={() => tryEdit('untagSnippets', { snippetIds: [snippetId], tagIds: [tagId] })} />
        ))}
      </div>
    </section>
  );
}

function Tag({ tagId, onRemove }: { tagId: string; onRemove(): void }) {
  const tag = useRecord('tags', tagId);
  return tag ? <TagChip name={tag.name} colour={tag.colour} onRemove={onRemove} /> : null;
}

/** What dragging and keys do, by clicking. */
function Actions({ cardIds }: { cardIds: readonly string[] }) {
  const subject = cardsAsSubject(cardIds);
  return (
    <div className={styles.actions}>
      <Button look="primary" title="Choose the cluster (M)" onClick={() => void moveTo(subject)}>
        Move to…
      </Button>
      {cardIds.length > 1 ? <Button onClick={() => void makeCluster(subject, '')}>Make a cluster</Button> : null}
      <Button title="T" onClick={() => void tagSubject(subject)}>
        Tag…
      </Button>
      <Button title="The same snippet in two clusters counts once" onClick={() => void showToo(subject)}>
        Show elsewhere too…
      </Button>
      <Button title="The snippet stays and goes back to the unsorted pile. Can be undone." onClick={() => void takeOff(subject)}>
        Take off the board
      </Button>
    </div>
  );
}

function SeveralCards({ cardIds }: { cardIds: readonly string[] }) {
  const people = useBoardPeople();
  const faceOf = useCardFaces(people);
  const { snippetIds } = cardsAsSubject(cardIds);
  const figures = peopleOfQuotes(people.scope, snippetIds);
  const [personCount, quoteCount] = countsOf(figures.people.length, new Set(snippetIds).size);
  const warning = dominanceOf(people.scope.reader, figures);
  return (
    <div className={styles.inspector}>
      <SectionTitle count={cardIds.length}>Selected cards</SectionTitle>
      <p className={styles.figures}>
        <b>{personCount}</b> · {quoteCount}
      </p>
      {warning ? <p className={styles.warning}>{warning}</p> : null}
      <Actions cardIds={cardIds} />
      <ul className={styles.quotes}>
        {snippetIds.slice(0, 30).map((id, index) => (
          <li key={`${id} ${index}`}>
            <span className={styles.line} dir="auto">
              {shorten(faceOf(id).text, 140)}
            </span>
            <span className={styles.source}>{faceOf(id).source}</span>
          </li>
        ))}
      </ul>
      {snippetIds.length > 30 ? <p className={styles.quiet}>and {countNoun(snippetIds.length - 30, 'more card', 'more cards')}</p> : null}
    </div>
  );
}
