// Reads the XML of TTML captions (.ttml, .dfxp): paragraphs with their times and who speaks them.
import { SaxesParser, type SaxesTagNS } from 'saxes';

import { NAMED_LETTERS } from '#shared/domain/transcript/decode-entities';

import { framesOf, readTtmlClock, readTtmlTime, type TtmlClock } from './ttml-time.ts';

export interface TtmlParagraph {
  id: string | null;
  startMs: number;
  endMs: number;
  /** Line feeds for `<br/>`, other white space as one space. */
  text: string;
  /** Name of the agent, its id when it has none. */
  speaker: string | null;
}

export interface TtmlFile {
  paragraphs: TtmlParagraph[];
  /** Frames are numbered beyond the frame rate, and were read as hundredths of a second. */
  hundredths: boolean;
  /** Times that could not be read. */
  brokenTimes: number;
  /** Something in it has a time. */
  timed: boolean;
  /** The first line in which the XML is broken; null for sound files. */
  brokenLine: number | null;
}

/** No caption file nests deeper; a hostile one may. */
const MOST_LEVELS = 100;
/** A file with more faults than this is no caption file that somebody exported carelessly. */
const MOST_FAULTS = 1000;

/** Elements inside of a paragraph whose text nobody says. */
const NO_WORDS = new Set(['metadata', 'desc', 'title', 'name', 'agent', 'copyright']);

/** What is open while the file is read. */
interface Level {
  name: string;
  begin: string | null;
  end: string | null;
  duration: string | null;
  agent: string | null;
}

interface RawParagraph {
  id: string | null;
  text: string;
  /** From the body down to the paragraph. */
  levels: readonly Level[];
}

/**
 * Reads TTML 1 and 2 (W3C). Times count from those of the elements around them; agents (`ttm:agent`) name who speaks. Entities of HTML are
 * taken for their letters; a document type declaration is refused, so that none can be defined.
 * Faults of the XML that leave its captions readable (a tag that is not closed, a prefix that is not declared) are read over and told.
 * @throws Error in plain words when the XML is broken throughout, too deep, or declares a document type. Null when the root is not `tt`.
 */
export function parseTtml(xml: string): TtmlFile | null {
  const reader = new TtmlReader();
  const parser = new SaxesParser({ xmlns: true, position: true });
  for (const [name, letter] of NAMED_LETTERS) parser.ENTITIES[name] ??= letter;
  parser.on('doctype', () => {
    throw new Error('it declares a document type, which captions have no use for');
  });
  let faults = 0;
  let brokenLine: number | null = null;
  parser.on('error', () => {
    brokenLine ??= parser.line;
    faults += 1;
    if (faults > MOST_FAULTS) throw new Error(`its XML is broken from line ${brokenLine} on`);
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('closetag', () => reader.close());
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.write(xml).close();
  const file = reader.finish();
  return file && { ...file, brokenLine };
}

class TtmlReader {
  readonly #levels: Level[] = [];
  readonly #paragraphs: RawParagraph[] = [];
  readonly #agents = new Map<string, string>();
  #root: ReadonlyMap<string, string> | null = null;
  #openAgent: string | null = null;
  #paragraph: { id: string | null; depth: number; text: string; levels: Level[] } | null = null;

  open(tag: SaxesTagNS): void {
    if (this.#levels.length >= MOST_LEVELS) throw new Error(`it nests more than ${MOST_LEVELS} levels deep`);
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const of = (name: string): string | null => attributes.get(name) ?? null;
    if (this.#levels.length === 0 && tag.local === 'tt') this.#root = attributes;
    this.#levels.push({ name: tag.local, begin: of('begin'), end: of('end'), duration: of('dur'), agent: of('agent') });
    if (tag.local === 'agent') this.#openAgent = of('id');
    const open = this.#paragraph;
    if (tag.local === 'p' && open === null) {
      this.#paragraph = { id: of('id'), depth: this.#levels.length, text: '', levels: [...this.#levels] };
    } else if (open !== null && tag.local === 'br') open.text += '\n';
    else if (open !== null && tag.local === 'span' && of('begin') !== null && open.levels.every((level) => level.begin === null)) {
      // Nothing around it has a time: the spans are the captions (words sung one by one stay in a paragraph with a time).
      this.#keep(open);
      this.#paragraph = { ...open, text: '', levels: [...this.#levels] };
    }
  }

  close(): void {
    const level = this.#levels.pop();
    const open = this.#paragraph;
    if (level?.name === 'agent') this.#openAgent = null;
    if (open === null) return;
    if (level?.name === 'p' && this.#levels.length < open.depth) {
      this.#keep(open);
      this.#paragraph = null;
    } else if (level?.name === 'span' && open.levels.at(-1) === level) {
      this.#keep(open);
      this.#paragraph = { ...open, text: '', levels: open.levels.slice(0, -1) };
    }
  }

  text(text: string): void {
    const inside = this.#levels.at(-1)?.name;
    if (this.#openAgent !== null) {
      if (inside === 'name') this.#agents.set(this.#openAgent, `${this.#agents.get(this.#openAgent) ?? ''}${text}`);
    } else if (this.#paragraph !== null && inside !== undefined && !NO_WORDS.has(inside)) {
      this.#paragraph.text += text.replaceAll(/\s+/gu, ' ');
    }
  }

  #keep({ id, text, levels }: RawParagraph): void {
    const timed = levels.at(-1)?.begin !== null || levels.at(-1)?.end !== null;
    if (text.trim() !== '' || (timed && levels.at(-1)?.name === 'p')) this.#paragraphs.push({ id, text, levels });
  }

  finish(): Omit<TtmlFile, 'brokenLine'> | null {
    if (this.#root === null) return null;
    const clock = readTtmlClock(this.#root);
    const times = this.#paragraphs.flatMap(({ levels }) => levels.flatMap((level) => [level.begin, level.end, level.duration]));
    clock.hundredths = times.some((time) => time !== null && (framesOf(time) ?? 0) > Math.ceil(clock.frameRate));
    const counter = { broken: 0 };
    const paragraphs = this.#paragraphs.map(({ id, text, levels }) => ({
      id,
      ...timesOf(levels, clock, counter),
      text: text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim(),
      speaker: this.#speakerOf(levels),
    }));
    return { paragraphs, hundredths: clock.hundredths, brokenTimes: counter.broken, timed: times.some((time) => time !== null) };
  }

  #speakerOf(levels: readonly Level[]): string | null {
    const id =
      levels
        .findLast((level) => level.agent !== null)
        ?.agent?.trim()
        .split(/\s+/u)[0] ?? '';
    const name = (this.#agents.get(id) ?? id).split(/\s+/u).filter(Boolean).join(' ').normalize('NFC').slice(0, 300).trim();
    return name === '' ? null : name;
  }
}

/** Start and end in milliseconds, each counted from the start of the element around it. */
function timesOf(levels: readonly Level[], clock: TtmlClock, counter: { broken: number }): { startMs: number; endMs: number } {
  const read = (value: string | null): number | null => {
    const ms = value === null ? null : readTtmlTime(value, clock);
    if (value !== null && ms === null) counter.broken += 1;
    return ms;
  };
  let startMs = 0;
  let endMs: number | null = null;
  for (const level of levels) {
    const from = startMs;
    startMs = from + (read(level.begin) ?? 0);
    const end = read(level.end);
    const duration = read(level.duration);
    if (end !== null) endMs = from + end;
    else if (duration !== null) endMs = startMs + duration;
  }
  return { startMs, endMs: endMs ?? startMs };
}
