// Paints ranges by CSS Custom Highlights: the page's elements never change, so selection, scrolling and text stay as they are.
import type { TextRange } from '#shared/model/records/snippet';

import { EDGES, FOUND, FOUND_HERE, HIDDEN_NAME, PENDING } from './highlight-sheet.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** One range and the highlight it is to have. */
export interface Painted {
  name: string;
  range: TextRange;
  /** Whose it is, for finding it under the pointer. */
  snippetId?: string;
}

/** Highlights belong to the whole page; two transcripts side by side put their ranges into the same ones. */
const isThere = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined';

/** What is drawn over what: pending words over the selected snippet over tags, deeper lanes over the first. */
function priorityOf(name: string): number {
  if (name === HIDDEN_NAME) return 40;
  if (name === PENDING || name === EDGES) return 30;
  if (name === FOUND_HERE) return 26;
  if (name === FOUND) return 25;
  if (name.startsWith('strong-')) return 20;
  return Number(name.slice(-1));
}

function highlightNamed(name: string): Highlight {
  const there = CSS.highlights.get(name);
  if (there) return there;
  const made = new Highlight();
  made.priority = priorityOf(name);
  CSS.highlights.set(name, made);
  return made;
}

const owners = new WeakMap<AbstractRange, { surface: TranscriptSurface; snippetId: string }>();

/** Keeps one set of painted ranges in step with what is asked for; only differences touch the page. */
export class HighlightPainter {
  readonly #surface: TranscriptSurface;
  readonly #painted = new Map<string, { name: string; range: TextRange; painted: readonly StaticRange[] }>();

  constructor(surface: TranscriptSurface) {
    this.#surface = surface;
  }

  /** @param wanted by a key of its own each. */
  paint(wanted: ReadonlyMap<string, Painted>): void {
    if (!isThere()) return;
    for (const [key, { name, range, painted }] of this.#painted) {
      const still = wanted.get(key);
      if (still?.name === name && still.range === range) continue;
      const highlight = CSS.highlights.get(name);
      for (const one of painted) highlight?.delete(one);
      this.#painted.delete(key);
    }
    for (const [key, { name, range, snippetId }] of wanted) {
      if (this.#painted.has(key)) continue;
      const painted = this.#surface.staticRanges(range);
      const highlight = highlightNamed(name);
      for (const one of painted) {
        if (snippetId !== undefined) owners.set(one, { surface: this.#surface, snippetId });
        highlight.add(one);
      }
      this.#painted.set(key, { name, range, painted });
    }
  }

  clear(): void {
    this.paint(new Map());
  }
}

/**
 * Snippets painted under a point of the window; null where the browser cannot say.
 * `highlightsFromPoint` is not in the type library yet.
 */
export function snippetsFromPoint(surface: TranscriptSurface, x: number, y: number): Set<string> | null {
  if (!isThere()) return null;
  const registry = CSS.highlights as HighlightRegistry & { highlightsFromPoint?(x: number, y: number): { ranges: AbstractRange[] }[] };
  if (!registry.highlightsFromPoint) return null;
  const found = registry.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges.map((range) => owners.get(range)));
  return new Set(found.flatMap((owner) => (owner?.surface === surface ? owner.snippetId : [])));
}
