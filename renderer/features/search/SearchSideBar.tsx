// Searching the words of all transcripts: every place, by interview, each a step away; names that hold the words first.
import { type RefObject, useMemo, useRef, useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useSearchStore } from '#renderer/stores/search-store';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { groupMatches } from './match-groups.ts';
import { matchNames, type NameMatch, namesInWords } from './name-matches.ts';
import { ResultList } from './ResultList.tsx';
import { type SearchState, useSearch } from './search-state.ts';
import styles from './search.module.css';

const FIRST = 200;
const MOST = 1000;

export function SearchSideBar() {
  const [limit, setLimit] = useState(FIRST);
  const list = useRef<HTMLDivElement>(null);
  const typed = useSearchStore((state) => state.query);
  const search = useSearch(limit);
  const names = useNames(search.query);
  return (
    <div className={styles.sideBar} data-surface="search">
      <SectionTitle>Search</SectionTitle>
      <div className={styles.field}>
        <FilterField
          label="Words in all transcripts"
          value={typed}
          focusFirst
          onChange={(value) => {
            setLimit(FIRST);
            useSearchStore.setState({ query: value });
          }}
          onEnterList={() => list.current?.focus()}
        />
      </div>
      <Found search={search} names={names} list={list} />
      {search.answer && search.answer.total > search.answer.matches.length && limit < MOST ? (
        <div className={styles.more}>
          <Button onClick={() => setLimit(MOST)}>{`Show ${Math.min(MOST, search.answer.total)} places`}</Button>
        </div>
      ) : null}
    </div>
  );
}

function Found({
  search: { query, answer, answered },
  names,
  list,
}: {
  search: SearchState;
  names: readonly NameMatch[];
  list: RefObject<HTMLDivElement | null>;
}) {
  const sources = useRecords('sources');
  const shown = useShownText();
  const groups = useMemo(() => {
    const titles = new Map(sources.map((source) => [source.id, source.title]));
    return groupMatches(answer?.matches ?? [], (id) => (titles.has(id) ? shown(titles.get(id) ?? '') : null));
  }, [answer, sources, shown]);
  if (query === '')
    return (
      <EmptyState>
        Finds every place where the words were said, exactly as you type them; capitals do not matter. Tags, themes and participants with
        the words in their names are listed too.
      </EmptyState>
    );
  const nothing = answer?.total === 0 && answered === query;
  return (
    <>
      <p className={styles.count} role="status">
        {answer === null ? '' : nothing ? `No transcript contains ‘${query}’. ${namesInWords(names)}` : countInWords(answer, groups.length)}
      </p>
      {nothing && names.length === 0 ? (
        <EmptyState>
          {sources.length === 0 ? 'There are no interviews in this study yet.' : 'Try fewer words, or a part of a word.'}
        </EmptyState>
      ) : null}
      {names.length > 0 || groups.length > 0 ? <ResultList names={names} groups={groups} listRef={list} /> : null}
    </>
  );
}

function countInWords(answer: NonNullable<SearchState['answer']>, interviews: number): string {
  if (answer.total === 0) return '';
  const all = answer.total > answer.matches.length ? `, the first ${answer.matches.length} shown` : '';
  return `${countNoun(answer.total, 'place', 'places')}${all} in ${countNoun(interviews, 'interview', 'interviews')}`;
}

function useNames(query: string): NameMatch[] {
  const tags = useRecords('tags');
  const themes = useRecords('themes');
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  return useMemo(
    () => matchNames(query, { tags, themes, participants, labelOf: (person) => personLabel(person, hideNames) }),
    [query, tags, themes, participants, hideNames],
  );
}
