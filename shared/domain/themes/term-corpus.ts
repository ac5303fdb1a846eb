// The words of all snippets as numbers: surface forms, the terms they belong to, and who says which.
import { stemWord } from './stem-word.ts';
import { tokenise } from './tokenise.ts';
import type { WorkSteps } from './work-steps.ts';

/** Texts as runs of word numbers. A "surface" is a word as written in lower case, a "term" is its stem. */
export interface TermCorpus {
  documentCount: number;
  surfaces: string[];
  /** Per surface: its term, 0..termCount-1. */
  termOfSurface: Int32Array;
  termCount: number;
  /** Where each document's words start in `words`; one more entry than documents. */
  wordStart: Int32Array;
  /** Surface numbers, document after document. */
  words: Int32Array;
}

/** Reads the texts once. Terms are numbered by first appearance, so the same texts in the same order give the same numbers. */
export function readTermCorpus(texts: readonly string[], steps: WorkSteps): TermCorpus {
  const surfaceNumbers = new Map<string, number>();
  const termNumbers = new Map<string, number>();
  const termOfSurface: number[] = [];
  const words: number[] = [];
  const wordStart = new Int32Array(texts.length + 1);
  for (let document = 0; document < texts.length; document += 1) {
    if (document % 512 === 0) steps.done(document / texts.length);
    for (const surface of tokenise(texts[document] ?? '')) {
      let number = surfaceNumbers.get(surface);
      if (number === undefined) {
        number = surfaceNumbers.size;
        surfaceNumbers.set(surface, number);
        termOfSurface.push(numberOf(termNumbers, stemWord(surface)));
      }
      words.push(number);
    }
    wordStart[document + 1] = words.length;
  }
  steps.done(1);
  return {
    documentCount: texts.length,
    surfaces: [...surfaceNumbers.keys()],
    termOfSurface: Int32Array.from(termOfSurface),
    termCount: termNumbers.size,
    wordStart,
    words: Int32Array.from(words),
  };
}

/** The same words and terms, but only these documents, in this order. */
export function corpusOf(corpus: TermCorpus, documents: Int32Array): TermCorpus {
  const wordStart = new Int32Array(documents.length + 1);
  documents.forEach((document, index) => {
    wordStart[index + 1] = wordStart[index]! + corpus.wordStart[document + 1]! - corpus.wordStart[document]!;
  });
  const words = new Int32Array(wordStart[documents.length]!);
  documents.forEach((document, index) => {
    words.set(corpus.words.subarray(corpus.wordStart[document], corpus.wordStart[document + 1]), wordStart[index]);
  });
  return { ...corpus, documentCount: documents.length, wordStart, words };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const added = numbers.size;
  numbers.set(key, added);
  return added;
}
