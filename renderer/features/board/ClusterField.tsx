// The field over a cluster in which its name or its insight is written. It keeps its size at any zoom; Esc leaves a name as it was and keeps a sentence.
import { useEffect, useLayoutEffect, useRef } from 'react';

import { CLUSTER_PADDING, TITLE_LINE_HEIGHT, TITLE_LINES } from '#shared/domain/board/card-size';
import type { PlacedCluster } from '#shared/domain/board/board-layout';
import { edit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { boardController } from './board-controller.ts';
import { type OpenField, useBoardStore } from './board-store.ts';
import type { BoardView } from './board-view.ts';
import { clusterName } from './sentences.ts';
import styles from './frame.module.css';

const LEAST_WIDTH = 280;

interface ClusterFieldProps {
  cluster: PlacedCluster;
  part: OpenField['part'];
  view: BoardView;
}

export function ClusterField({ cluster, part, view }: ClusterFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    const place = (): void => {
      // The insight is written under the name, which stays in sight.
      const below = part === 'name' ? 0 : CLUSTER_PADDING + Math.min(TITLE_LINES, cluster.head.titleLines) * TITLE_LINE_HEIGHT;
      const { x, y } = view.toSurface({ x: cluster.x, y: cluster.y + below });
      const element = field.current;
      if (!element) return;
      element.style.left = `${Math.max(8, Math.min(x, view.size.width - LEAST_WIDTH - 8))}px`;
      element.style.top = `${Math.max(8, y)}px`;
      element.style.width = `${Math.min(view.size.width - 16, Math.max(LEAST_WIDTH, cluster.width * view.zoom))}px`;
    };
    place();
    return view.follow(place);
  }, [cluster, part, view]);
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    // A name is usually written anew, a sentence is gone on with.
    if (part === 'name') element?.select();
    else element?.setSelectionRange(element.value.length, element.value.length);
  }, [part]);

  const finish = (keep: boolean, backToBoard: boolean): void => {
    if (done.current) return;
    done.current = true;
    const text = field.current?.value.replace(/\s+/g, ' ').trim() ?? '';
    const before = part === 'name' ? cluster.name : cluster.insight;
    useBoardStore.setState({ field: null });
    if (backToBoard) boardController()?.surface.focus({ preventScroll: true });
    if (keep && text !== before) void keepText(cluster.id, part, text);
  };
  return (
    <textarea
      ref={field}
      className={styles.field}
      data-part={part}
      rows={part === 'name' ? 1 : 3}
      maxLength={part === 'name' ? 300 : 2000}
      aria-label={part === 'name' ? `Name of ${clusterName(cluster.name)}` : `Insight of ${clusterName(cluster.name)}`}
      placeholder={part === 'name' ? 'Name it, or leave it for later' : 'What are these people telling us? Write a sentence.'}
      defaultValue={part === 'name' ? cluster.name : cluster.insight}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        finish(event.key === 'Enter' || part === 'insight', true);
      }}
      onBlur={() => finish(true, false)}
    />
  );
}

async function keepText(themeId: string, part: OpenField['part'], text: string): Promise<void> {
  await edit('updateTheme', part === 'name' ? { themeId, name: text } : { themeId, insight: text }).catch(() => null);
  announce(part === 'name' ? `Named ${clusterName(text)}.` : 'Insight kept.');
}
