// Searching the words of all transcripts: every place, by interview, each a step away.
import { useRef, useState } from 'react';

import { rankNames } from '#shared/domain/search/rank-names';
import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useSearchStore } from '#renderer/stores/search-store';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { select } from '#renderer/stores/view-store';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { TagChip } from '../../ui/TagChip.tsx';
import { groupMatches } from './match-groups.ts';
import { MatchList } from './MatchList.tsx';
import { useSearch } from './search-state.ts';
import styles from './search.module.css';

const FIRST = 200;
const MOST = 1000;

export function SearchSideBar() {
  const [limit, setLimit] = useState(FIRST);
  const list = useRef<HTMLDivElement>(null);
  const typed = useSearchStore((state) => state.query);
  const { query, answer, answered } = useSearch(limit);
  const sources = useRecords('sources');
  const shown = useShownText();
  const titles = new Map(sources.map((source) => [source.id, source.title]));
  const groups = groupMatches(answer?.matches ?? [], (id) => (titles.has(id) ? shown(titles.get(id) ?? '') : null));
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
      <p className={styles.count} role="status">
        {answer && answered !== '' && answer.total > 0 ? `${countNoun(answer.total, 'place', 'places')} in ${countNoun(groups.length, 'interview', 'interviews')}${answer.total > answer.matches.length ? ', the first ones shown' : ''}` : ''}
      </p>
      {query === '' ? <EmptyState>Finds every place where the words were said, exactly as you type them; capitals do not matter.</EmptyState> : null}
      {answer?.total === 0 && query !== '' ? <NothingFound query={answered} /> : null}
      {groups.length > 0 ? <MatchList groups={groups} listRef={list} /> : null}
      {answer && answer.total > answer.matches.length && limit < MOST ? (
        <div className={styles.more}>
          <Button onClick={() => setLimit(MOST)}>{`Show ${Math.min(MOST, answer.total)} places`}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** Nothing in the texts: tags may be called so. */
function NothingFound({ query }: { query: string }) {
  const tags = useRecords('tags');
  const found = rankNames(tags, query, (tag) => tag.name).slice(0, 8).map(({ item }) => item);
  const also = found.length === 0 ? '' : ` ${found.length === 1 ? '1 tag does' : `${found.length} tags do`}:`;
  return (
    <EmptyState
      actions={
        found.length === 0 ? undefined : (
          <ul className={styles.tags}>
            {found.map((tag) => (
              <li key={tag.id}>
                <button
                  type="button"
                  onClick={() => {
                    openTab({ kind: 'tag', id: tag.id }, { preview: true });
                    select({ kind: 'tag', id: tag.id });
                  }}
                >
                  <TagChip name={tag.name} colour={tag.colour} />
                </button>
              </li>
            ))}
          </ul>
        )
      }
    >
      {`No transcript contains ‘${query}’.${also}`}
    </EmptyState>
  );
}
