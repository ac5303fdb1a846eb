// The board as it is drawn: its layout, and what stands on each card, worked out again only when records of it change.
import { useMemo } from 'react';

import { type BoardLayout, layoutBoard } from '#shared/domain/board/board-layout';
import { createEvidenceScope, type EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { peopleHeard } from '#shared/domain/evidence/participants-of';
import { peopleOfQuotes, type ThemePeople } from '#shared/domain/evidence/theme-people';
import { FIRST_BOARD_ID } from '#shared/model/records/board';
import { formatClock } from '#shared/lib/clock';
import { shorten } from '#shared/lib/text';
import { useDerived, useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { turnStart, useTurnTimes } from '#renderer/stores/turn-times';
import { projection } from '#renderer/stores/vault-store';

import { colourOfSnippet } from './card-colour.ts';
import { pseudonymOf, whoSaid } from './people-words.ts';
import { useTextMeasure } from './text-measure.ts';

export interface BoardPeople {
  scope: EvidenceScope;
  /** Everybody heard in the study, in one order for all clusters. */
  heard: readonly string[];
  /** People and quotes of the cards that lie in a cluster itself. */
  of(themeId: string): ThemePeople;
}

const byPseudonym = new Intl.Collator(undefined, { numeric: true });

/** Who stands behind the clusters. */
export function useBoardPeople(): BoardPeople {
  return useDerived(['cards', 'themes', 'snippets', 'sources', 'participants', 'segments'], (reader) => {
    const scope = createEvidenceScope(reader);
    const known = new Map<string, ThemePeople>();
    const of = (themeId: string): ThemePeople => {
      let people = known.get(themeId);
      if (!people) known.set(themeId, (people = peopleOfQuotes(scope, scope.ownSnippets(themeId))));
      return people;
    };
    return {
      scope,
      heard: peopleHeard(reader).sort((left, right) => byPseudonym.compare(pseudonymOf(reader, left), pseudonymOf(reader, right))),
      of,
    };
  });
}

/** Where everything lies. */
export function useBoardLayout(people: BoardPeople): BoardLayout {
  const measure = useTextMeasure();
  return useMemo(
    () => layoutBoard(people.scope.reader, FIRST_BOARD_ID, { measure, isWarned: (themeId) => people.of(themeId).dominant !== null }),
    [people, measure],
  );
}

/** What stands on a card. */
export interface CardFace {
  text: string;
  /** What is read out: the words, cut when they are long, and who said them. */
  said: string;
  /** `P07 · Sales-led · 12:30`. */
  source: string;
  /** Who said it, alone: `P07`. */
  who: string;
  /** Number of the first tag's colour; null without a tag. */
  colour: number | null;
  /** The snippet has another card on the board as well. */
  elsewhere: boolean;
  starred: boolean;
}

const NO_FACE: CardFace = { text: '', said: '', source: '', who: '', colour: null, elsewhere: false, starred: false };

/** Gives what stands on the card of a snippet; the same object as long as nothing of it changes. */
export function useCardFaces(people: BoardPeople): (snippetId: string) => CardFace {
  const taggings = useRecords('taggings');
  const tags = useRecords('tags');
  const times = useTurnTimes();
  const shown = useShownText();
  return useMemo(() => {
    const known = new Map<string, CardFace>();
    return (snippetId: string): CardFace => {
      let face = known.get(snippetId);
      if (!face) known.set(snippetId, (face = makeFace(people.scope, snippetId, shown)));
      return face;
    };
    // Tags and times are read where they lie: a change of them only makes new faces.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [people, taggings, tags, times, shown]);
}

function makeFace(scope: EvidenceScope, snippetId: string, shown: (text: string) => string): CardFace {
  const { state } = projection;
  const snippet = state.get('snippets', snippetId);
  if (!snippet) return NO_FACE;
  const keys = scope.peopleOf(snippetId);
  const who = whoSaid(state, keys);
  const startMs = turnStart(snippet.sourceId, snippet.range.startTurn);
  const segmentIds = new Set(keys.map((key) => state.get('participants', key)?.segmentId ?? null));
  const segments = [...segmentIds].flatMap((id) => (id === null ? [] : [state.get('segments', id)?.name ?? '']));
  const colour = colourOfSnippet(state, snippetId);
  const text = shown(snippet.quote);
  const source = [who, segments.join(', '), startMs === null ? '' : formatClock(startMs)].filter((part) => part !== '').join(' · ');
  return {
    text,
    said: `“${shorten(text, 300)}”, ${source}`,
    source,
    who,
    colour,
    elsewhere: state.referring('snippets', snippetId, 'cards').length > 1,
    starred: snippet.starred,
  };
}
