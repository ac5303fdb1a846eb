// One box for everything in the study: as one types, names, snippets, memos and the words of all transcripts, each a step away.
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';

import { useRecords } from '#renderer/stores/record-hooks';
import { useSearchStore } from '#renderer/stores/search-store';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import type { FoundPlace } from '#shared/rpc/search-answers';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import lists from '../../ui/list.module.css';
import { completionsOf, plainWords } from './complete-filter.ts';
import { FilterChips, useFilterNames } from './FilterChips.tsx';
import { foundInWords, notesOf } from './found-words.ts';
import { FOUND_IN } from './found-in.ts';
import { foundSections } from './found-sections.ts';
import { matchNames, type NameMatch } from './name-matches.ts';
import { ResultList } from './ResultList.tsx';
import { type SearchState, useSearch } from './search-state.ts';
import styles from './search.module.css';

/** Results of each kind at first, and when more are asked for. */
const FIRST = 20;
const MOST = 500;

export function SearchSideBar() {
  const [limit, setLimit] = useState(FIRST);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const typed = useSearchStore((state) => state.query);
  const search = useSearch(limit);
  const names = useNames(plainWords(search.query));
  const filterNames = useFilterNames();
  const change = (query: string): void => {
    setLimit(FIRST);
    useSearchStore.setState({ query });
  };
  const takeCompletion = (query: string): void => {
    change(query);
    field.current?.focus();
  };
  const completeOnTab = (event: KeyboardEvent): void => {
    const [first] = event.key === 'Tab' && !event.shiftKey && event.target === field.current ? completionsOf(typed, filterNames) : [];
    if (!first) return;
    event.preventDefault();
    change(first.query);
  };
  return (
    <div className={lists.sideBar} data-surface="search">
      <SectionTitle>Search</SectionTitle>
      <div className={styles.field} onKeyDown={completeOnTab}>
        <FilterField
          ref={field}
          label="Search everything"
          value={typed}
          focusFirst
          onChange={change}
          onEnterList={() => list.current?.focus()}
        />
        <FilterChips typed={typed} onChange={takeCompletion} />
        <div className={styles.more}>
          <Button onClick={() => openTab({ kind: 'queries' })}>Queries over the coding…</Button>
        </div>
      </div>
      <Found search={search} names={names} list={list} onLeave={() => field.current?.focus()} />
      {search.answer?.groups.some(({ total, places }) => total > places.length) && limit < MOST ? (
        <div className={styles.more}>
          <Button onClick={() => setLimit(MOST)}>Show more of each kind</Button>
        </div>
      ) : null}
    </div>
  );
}

interface FoundProps {
  search: SearchState;
  names: readonly NameMatch[];
  list: RefObject<HTMLDivElement | null>;
  onLeave(): void;
}

function Found({ search: { query, answer, answered }, names, list, onLeave }: FoundProps) {
  const sources = useRecords('sources');
  const sections = useMemo(() => foundSections(names, answer?.groups ?? [], isThere), [names, answer]);
  if (query === '')
    return (
      <EmptyState>
        Finds words in transcripts, snippets, memos, tags, themes, participants, the plan (decision, departments, assumptions, commitments,
        questions, owners) and the rhythm while you type; a typing error is forgiven. “Words in quotation marks” stand side by side,
        -without leaves out.
      </EmptyState>
    );
  const nothing = answer !== null && answered === query && sections.length === 0 && answer.progress === 1;
  return (
    <>
      <p className={styles.count} role="status">
        {answer === null ? '' : nothing ? `Nothing holds ‘${query}’.` : foundInWords(sections, answer.progress)}
      </p>
      {(answer ? notesOf(nothing ? { ...answer, corrections: [] } : answer) : []).map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {nothing ? (
        <EmptyState>
          {sources.length === 0
            ? 'There are no interviews in this study yet.'
            : 'All the words must stand in one passage, note or name. Try fewer words, or without a filter.'}
        </EmptyState>
      ) : null}
      {sections.length > 0 ? <ResultList sections={sections} listRef={list} onLeave={onLeave} /> : null}
    </>
  );
}

const isThere = ({ kind, id }: FoundPlace): boolean => projection.state.get(FOUND_IN[kind], id) !== undefined;

function useNames(query: string): NameMatch[] {
  const tags = useRecords('tags');
  const themes = useRecords('themes');
  const participants = useRecords('participants');
  const sources = useRecords('sources');
  const hideNames = useHideNames();
  const shown = useShownText();
  return useMemo(() => {
    const labels = {
      labelOf: (person: (typeof participants)[number]) => personLabel(person, hideNames),
      titleOf: ({ title }: { title: string }) => shown(title),
    };
    return matchNames(query, { tags, themes, participants, sources, ...labels });
  }, [query, tags, themes, participants, sources, hideNames, shown]);
}
