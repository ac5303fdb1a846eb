// Head of a cluster: name, people before quotes, a dot for each person of the study, a quiet warning, the insight.
import { useMemo } from 'react';

import type { PlacedCluster } from '#shared/domain/board/board-layout';
import { shorten } from '#shared/lib/text';
import { projection } from '#renderer/stores/vault-store';

import type { Drawing } from './drawing.ts';
import { countsOf, dominanceOf, pseudonymOf } from './people-words.ts';
import { clusterName, nameOfTheme } from './sentences.ts';
import type { BoardPeople } from './use-board.ts';
import styles from './cluster-head.module.css';

/** Room that one dot takes, and how many rows of dots there may be (board units). */
const DOT_ROOM = 10;

interface ClusterHeadProps {
  cluster: PlacedCluster;
  drawing: Drawing;
}

/** What is read out while a cluster is drawn too small for its words. */
function labelOf(cluster: PlacedCluster, people: BoardPeople): string {
  const figures = people.of(cluster.id);
  const warning = dominanceOf(projection.state, figures);
  const counts = countsOf(figures.people.length, cluster.cards.length).join(' · ');
  const parent = cluster.parentId === null ? '' : ` · part of ${nameOfTheme(cluster.parentId)}`;
  return [`${clusterName(cluster.name)}, ${counts}${parent}`, warning ?? '', cluster.insight]
    .filter((part) => part.trim() !== '')
    .join('. ');
}

export function ClusterHead({ cluster, drawing }: ClusterHeadProps) {
  const { people, detail, zoom, prefix, themes } = drawing;
  const label = detail === 'chip' ? { 'aria-label': labelOf(cluster, people) } : {};
  return (
    <div
      role="option"
      id={`${prefix}${cluster.id}`}
      className={styles.head}
      style={{ width: cluster.width - 2, height: cluster.head.height - 1 }}
      aria-selected={themes.has(cluster.id)}
      {...label}
      data-cluster-head=""
      title="Drag to move the cluster. Double click to name it."
    >
      <span className={styles.clusterName} data-unnamed={cluster.name.trim() === '' || undefined}>
        {detail === 'chip' ? shorten(clusterName(cluster.name), lettersThatFit(cluster.width * zoom)) : clusterName(cluster.name)}
      </span>
      {detail === 'chip' ? null : <Figures cluster={cluster} people={people} />}
    </div>
  );
}

/** About so many letters of 14 pixels fit in two lines of a width (pixels): cut here, because clipping costs more to draw. */
function lettersThatFit(width: number): number {
  return Math.max(8, Math.floor((width - 12) / 7.5) * 2);
}

function Figures({ cluster, people }: { cluster: PlacedCluster; people: BoardPeople }) {
  const figures = people.of(cluster.id);
  const warning = dominanceOf(projection.state, figures);
  const [personCount, quoteCount] = countsOf(figures.people.length, cluster.cards.length);
  const parent = cluster.parentId === null ? null : nameOfTheme(cluster.parentId);
  return (
    <>
      <span className={styles.counts}>
        <b>{personCount}</b> · {quoteCount}
        {parent ? ` · part of ${parent}` : ''}
      </span>
      <PeopleStrip present={figures.people} heard={people.heard} width={cluster.width} />
      {cluster.head.warned && warning ? <span className={styles.warning}>{warning}</span> : null}
      {cluster.head.insightLines > 0 ? <span className={styles.insight}>{cluster.insight}</span> : null}
    </>
  );
}

interface StripProps {
  present: readonly string[];
  heard: readonly string[];
  width: number;
}

/** One dot a person, filled when the person is in the cluster; a bar when there are more people than dots fit. */
export function PeopleStrip({ present, heard, width }: StripProps) {
  const there = useMemo(() => new Set(present), [present]);
  if (heard.length * DOT_ROOM > width - 24) {
    const share = heard.length === 0 ? 0 : (present.length / heard.length) * 100;
    return (
      <span className={styles.strip} aria-hidden="true">
        <span className={styles.bar}>
          <span className={styles.barPart} style={{ width: `${share}%` }} />
        </span>
      </span>
    );
  }
  return (
    <span className={styles.strip} aria-hidden="true">
      {heard.map((person) => (
        <span
          key={person}
          className={styles.dot}
          data-there={there.has(person) || undefined}
          title={there.has(person) ? pseudonymOf(projection.state, person) : undefined}
        />
      ))}
    </span>
  );
}
