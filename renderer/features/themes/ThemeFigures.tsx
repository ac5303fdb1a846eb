// Figures of a theme: people of people, a dot each, quotes, a quiet warning, and who is here by segment.
import { peopleOfPeople } from '#shared/domain/readout/sentences';
import { countNoun } from '#shared/lib/text';

import { dominanceOf, PeopleStrip, useBoardPeople } from '../board/index.ts';
import { figuresOf, segmentShares } from './theme-people.ts';
import styles from './themes.module.css';

export function ThemeFigures({ themeId, width }: { themeId: string; width: number }) {
  const { scope, heard } = useBoardPeople();
  const figures = figuresOf(scope, themeId);
  const warning = dominanceOf(scope.reader, figures);
  const shares = segmentShares(scope.reader, figures.people, heard);
  return (
    <div className={styles.figures}>
      <p className={styles.counts}>
        <b>{peopleOfPeople(figures.people.length, heard.length)}</b> · {countNoun(figures.snippetIds.size, 'quote', 'quotes')}
        {figures.nested > 0 ? ` · with ${countNoun(figures.nested, 'theme', 'themes')} nested in it` : ''}
      </p>
      <PeopleStrip present={figures.people} heard={heard} width={width} />
      {warning ? <p className={styles.warning}>{warning}</p> : null}
      {shares.length > 0 ? (
        <dl className={styles.shares} aria-label="Who is here">
          {shares.map(({ name, here, heard: all }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {here} of {all}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
