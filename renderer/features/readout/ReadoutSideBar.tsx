// The readout's side bar: its sections to go to, and the checks with the way to what they are about.
import type { ReadoutCheck } from '#shared/domain/readout/readout-check';
import type { ReadoutSection } from '#shared/domain/readout/readout-content';
import { plainText } from '#shared/domain/readout/sentences';
import { withoutDirections } from '#shared/lib/text';
import { openTab } from '#renderer/stores/tabs';

import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { goToCheck } from './go-to-check.ts';
import { useReadoutPreview } from './readout-preview.ts';
import { useReadoutStore } from './readout-store.ts';
import styles from './readout-side.module.css';

export function ReadoutSideBar() {
  const { content, checks, state } = useReadoutPreview();
  if (!content) return <p className={styles.waiting}>{state === 'failed' ? 'The readout could not be built.' : 'Building the readout…'}</p>;
  return (
    <div className={styles.side}>
      <nav aria-label="Sections of the readout">
        <SectionTitle>Sections</SectionTitle>
        <ul>
          {content.sections.map((section) => (
            <SectionLink key={section.anchor} section={section} />
          ))}
        </ul>
      </nav>
      <section aria-label="Checks" data-readout-checks="">
        <SectionTitle count={checks.length}>Checks</SectionTitle>
        {checks.length === 0 ? <p className={styles.quiet}>All pass. It is fit to share.</p> : null}
        <ul>
          {checks.map((check, index) => (
            <CheckLine key={`${index}:${check.sentence}`} check={check} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function SectionLink({ section }: { section: ReadoutSection }) {
  const current = useReadoutStore((state) => state.section === section.anchor);
  return (
    <li>
      <button
        type="button"
        className={styles.link}
        data-kind={section.kind}
        aria-current={current ? 'location' : undefined}
        onClick={() => {
          openTab({ kind: 'readout' });
          useReadoutStore.setState({ goTo: section.anchor });
        }}
      >
        {nameOf(section)}
      </button>
    </li>
  );
}

/** Findings by their claim: a bare number tells nobody anything. */
function nameOf({ kind, title, blocks }: ReadoutSection): string {
  const first = blocks[0];
  return kind === 'finding' && first?.type === 'heading'
    ? withoutDirections(`${title.replace('Finding ', '')} · ${plainText(first.text)}`)
    : title;
}

const SEVERITIES: { readonly [S in ReadoutCheck['severity']]: { sign: string; word: string } } = {
  missing: { sign: '▲', word: 'Missing' },
  warning: { sign: '△', word: 'To look at' },
  note: { sign: '·', word: 'Worth knowing' },
};

function CheckLine({ check }: { check: ReadoutCheck }) {
  const { sign, word } = SEVERITIES[check.severity];
  return (
    <li>
      <button
        type="button"
        className={styles.check}
        data-severity={check.severity}
        title={`Go to ${check.where.place}`}
        onClick={() => goToCheck(check)}
      >
        <span aria-hidden="true">{sign}</span>
        <span>
          <span className="visually-hidden">{word}: </span>
          {withoutDirections(check.sentence)}
        </span>
      </button>
    </li>
  );
}
