// The passages that were found, each with its place and the words around it; what is chosen will be tagged.
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, type Selection, Virtualizer } from 'react-aria-components';

import { formatClock } from '#shared/lib/clock';
import { countNoun } from '#shared/lib/text';
import type { PassagesAnswer, ProposedPassage } from '#shared/rpc/assist-answers';
import { useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

import { Button } from '../../ui/Button.tsx';
import styles from './passages.module.css';
import { usePassagesStore } from './passages-store.ts';

const LAYOUT = { estimatedRowHeight: 60, estimatedHeadingHeight: 28 };

interface PassageRow {
  id: number;
  passage: ProposedPassage;
}

/** Runs of passages of one interview. Ranked passages go from interview to interview, and each run has its heading. */
function sectionsOf(passages: readonly ProposedPassage[]): { id: string; title: string; rows: PassageRow[] }[] {
  const sections: { id: string; sourceId: string; title: string; rows: PassageRow[] }[] = [];
  for (const [id, passage] of passages.entries()) {
    const last = sections.at(-1);
    if (last?.sourceId === passage.sourceId) last.rows.push({ id, passage });
    else {
      const title = projection.state.get('sources', passage.sourceId)?.title ?? '';
      sections.push({ id: `section:${id}`, sourceId: passage.sourceId, title, rows: [{ id, passage }] });
    }
  }
  return sections;
}

export function PassageList({ answer }: { answer: PassagesAnswer }) {
  const { wanted } = usePassagesStore();
  const shown = useShownText();
  const { passages, total, sources, cutOff } = answer;
  const hidden = total - passages.length;
  const choose = (keys: Selection): void => {
    const chosen = keys === 'all' ? passages.keys() : [...keys].map(Number);
    const behind = [...wanted].filter((place) => place >= passages.length);
    usePassagesStore.setState({ wanted: new Set([...chosen, ...behind]) });
  };
  const wantAll = (want: boolean): void =>
    usePassagesStore.setState({ wanted: new Set(want ? Array.from({ length: total }, (_, place) => place) : []) });
  return (
    <section className={styles.found} aria-label="Found passages">
      <div className={styles.sum}>
        <span role="status">
          {`${countNoun(total, 'passage', 'passages')} in ${countNoun(sources, 'interview', 'interviews')}, ${wanted.size} chosen`}
        </span>
        <Button look="quiet" onClick={() => wantAll(true)}>
          All
        </Button>
        <Button look="quiet" onClick={() => wantAll(false)}>
          None
        </Button>
      </div>
      {cutOff ? (
        <p className={styles.quiet}>There are more than can be judged; the rest was not looked for. Look for something rarer.</p>
      ) : null}
      <div className={styles.scroll}>
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <ListBox
            aria-label="Passages"
            autoFocus="first"
            className={styles.list ?? ''}
            items={sectionsOf(passages)}
            selectionMode="multiple"
            selectionBehavior="toggle"
            selectedKeys={[...wanted].filter((place) => place < passages.length)}
            onSelectionChange={choose}
          >
            {(section) => (
              <ListBoxSection id={section.id}>
                <Header className={styles.heading ?? ''}>{shown(section.title)}</Header>
                <Collection items={section.rows}>{({ id, passage }) => <Passage id={id} passage={passage} shown={shown} />}</Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </Virtualizer>
      </div>
      {hidden > 0 ? <p className={styles.quiet}>{`${hidden} more are not shown; All and None count for them too.`}</p> : null}
    </section>
  );
}

function Passage({ id, passage, shown }: { id: number; passage: ProposedPassage; shown: (text: string) => string }) {
  const { quote, before, after, speaker, startMs, words } = passage;
  return (
    <ListBoxItem id={id} textValue={quote} className={styles.passage ?? ''}>
      {({ isSelected }) => (
        <>
          <span className={styles.box} data-chosen={isSelected || undefined} aria-hidden="true" />
          <span className={styles.text}>
            <span className={styles.head}>
              <bdi>{shown(speaker ?? 'No name')}</bdi>
              {startMs === null ? null : <span className={styles.time}>{formatClock(startMs)}</span>}
              <span className={styles.why}>{words.map(shown).join(', ')}</span>
            </span>
            <span className={`evidence ${styles.words}`} dir="auto">
              <span className={styles.around}>{shown(before)}</span>
              {shown(quote)}
              <span className={styles.around}>{shown(after)}</span>
            </span>
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
