// One part of the page: what the researcher writes, the themes that tell of it, and the quotes that show it.
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';

import type { CustomerPartHeard } from '#shared/domain/readout/customer-as-heard';
import { UNANSWERED } from '#shared/domain/readout/customer-page';
import { peopleOfPeople } from '#shared/domain/readout/sentences';
import type { SpokenWord } from '#shared/domain/readout/spoken-words';
import { shorten } from '#shared/lib/text';
import type { CustomerPart } from '#shared/model/records/customer';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';
import { select } from '#renderer/stores/view-store';

import { Button, IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { Quote } from '../evidence/index.ts';
import { addQuote, addTheme } from './choose.ts';
import styles from './customer.module.css';

const PLACEHOLDERS: { readonly [P in CustomerPart]: string } = {
  who: 'Who these people are, in a sentence or two: their work, not their age.',
  tries: 'What they try to get done, in their order of importance.',
  obstacles: 'What stands in their way, with us and without us.',
  words: 'What they call things, and what they never say.',
  experience: 'The answer in a sentence; the quotes below carry it.',
};

interface CustomerPartSectionProps {
  heard: CustomerPartHeard;
  /** The text as it is kept, for the field. */
  written: string;
  words: readonly SpokenWord[];
  /** Everybody heard. */
  people: number;
}

export function CustomerPartSection({ heard, written, words, people }: CustomerPartSectionProps) {
  const { part, title, themes, snippetIds } = heard;
  const id = `customer-${part}`;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {title}
      </h2>
      {part === 'experience' && snippetIds.length === 0 ? <p className={styles.unanswered}>{UNANSWERED}</p> : null}
      <CommitField
        label={title}
        hideLabel
        multiline
        rows={1}
        className={styles.prose ?? ''}
        placeholder={PLACEHOLDERS[part]}
        value={written}
        onCommit={(text) => tryEdit('updateCustomer', { part, text }, `customer:${part}`)}
      />
      {words.length > 0 ? (
        <ul className={styles.words} aria-label="Words that at least three people use">
          {words.map(({ word, people: said }) => (
            <li key={word} className={styles.word}>
              <bdi>{word}</bdi> <span className={styles.count}>{peopleOfPeople(said, people)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {themes.length > 0 ? <ThemeList heard={heard} people={people} /> : null}
      {snippetIds.map((snippetId) => (
        <Quote
          key={snippetId}
          snippetId={snippetId}
          actions={
            <span data-screen-only="">
              <IconButton
                label="Take this quote off the page"
                onClick={() => tryEdit('updateCustomer', { part, snippetIds: snippetIds.filter((each) => each !== snippetId) })}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            </span>
          }
        />
      ))}
      <div className={styles.actions} data-screen-only="">
        {part === 'experience' ? null : (
          <Button look="quiet" icon={<Plus size={14} aria-hidden="true" />} onClick={() => void addTheme(part, title)}>
            Add a theme…
          </Button>
        )}
        <Button look="quiet" icon={<Plus size={14} aria-hidden="true" />} onClick={() => void addQuote(part, title)}>
          Add a quote…
        </Button>
      </div>
    </section>
  );
}

function ThemeList({ heard: { part, title, themes }, people }: { heard: CustomerPartHeard; people: number }) {
  const ids = themes.map(({ theme }) => theme.id);
  const change = (themeIds: string[]): void => tryEdit('updateCustomer', { part, themeIds });
  const swap = (index: number, other: number): void => {
    const [here, there] = [ids[index], ids[other]];
    if (here !== undefined && there !== undefined) change(ids.with(index, there).with(other, here));
  };
  return (
    <ul className={styles.themes} aria-label={`Themes: ${title}`}>
      {themes.map(({ theme, claim, people: said }, index) => {
        const name = shorten(theme.name || 'Unnamed cluster', 60);
        return (
          <li key={theme.id} className={styles.theme}>
            <button
              type="button"
              className={styles.claim}
              title="Open the theme"
              onClick={() => {
                openTab({ kind: 'theme', id: theme.id });
                select({ kind: 'theme', id: theme.id });
              }}
            >
              <bdi>{claim || 'Unnamed cluster'}</bdi> <span className={styles.count}>{peopleOfPeople(said, people)}</span>
            </button>
            <span className={styles.tools} data-screen-only="">
              <IconButton label={`Move ${name} up`} disabled={index === 0} onClick={() => swap(index, index - 1)}>
                <ArrowUp size={14} aria-hidden="true" />
              </IconButton>
              <IconButton label={`Move ${name} down`} disabled={index === ids.length - 1} onClick={() => swap(index, index + 1)}>
                <ArrowDown size={14} aria-hidden="true" />
              </IconButton>
              <IconButton label={`Take ${name} off the page`} onClick={() => change(ids.filter((id) => id !== theme.id))}>
                <X size={14} aria-hidden="true" />
              </IconButton>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
