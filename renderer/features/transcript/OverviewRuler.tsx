// The whole transcript as a strip: where it is tagged and how densely, in the tags' colours. A click goes there.
import { type PointerEvent, useEffect, useRef } from 'react';

import type { TranscriptSurface } from './transcript-surface.ts';
import type { MarkLayout } from './use-mark-layout.ts';
import styles from './margin.module.css';

const WIDTH = 14;

/** For the eye and the pointer only; the status bar and the interview list say the same in words. */
export function OverviewRuler({ surface, layout }: { surface: TranscriptSurface; layout: MarkLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const draw = (): void => drawMarks(element, layout);
    const resized = new ResizeObserver(draw);
    const themed = new MutationObserver(draw);
    resized.observe(element);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      resized.disconnect();
      themed.disconnect();
    };
  }, [layout]);
  const go = ({ clientY, buttons }: PointerEvent): void => {
    const box = canvas.current?.getBoundingClientRect();
    if (!box || buttons !== 1) return;
    surface.scrollToShare((clientY - box.top) / box.height);
  };
  return (
    <canvas
      ref={canvas}
      className={styles.ruler}
      aria-hidden="true"
      title="Where this transcript is tagged"
      onPointerDown={go}
      onPointerMove={go}
    />
  );
}

function drawMarks(canvas: HTMLCanvasElement, { marks, height }: MarkLayout): void {
  const pen = canvas.getContext('2d');
  const { clientHeight } = canvas;
  if (!pen || clientHeight === 0) return;
  const scale = window.devicePixelRatio;
  canvas.width = WIDTH * scale;
  canvas.height = clientHeight * scale;
  pen.scale(scale, scale);
  if (height === 0) return;
  const style = getComputedStyle(document.documentElement);
  const colours = new Map<number, string>();
  const colourOf = (colour: number): string => {
    let value = colours.get(colour);
    if (value === undefined)
      colours.set(colour, (value = style.getPropertyValue(colour === 0 ? '--border-control' : `--tag-${colour}-line`)));
    return value;
  };
  pen.globalAlpha = 0.75;
  for (const { mark, lane, top, bottom } of marks) {
    pen.fillStyle = colourOf(mark.colour);
    const left = 2 + Math.min(lane, 3) * 3;
    pen.fillRect(left, (top / height) * clientHeight, WIDTH - left - 1, Math.max(2, ((bottom - top) / height) * clientHeight));
  }
}
