// What was found in a damaged study, what could be saved, and what is to be done: for the screen, the command line and the file in quarantine/.

/** One thing that is wrong. Sentences for a person; no transcript text. */
export interface RecoveryFinding {
  /** File inside the study's folder. */
  file: string;
  /** Line of the file, from 1; null when it is about the file as a whole. */
  line: number | null;
  what: string;
}

/** Changes that are not in the saved state. */
export interface LostChange {
  /** Numbers of the first and the last one; null when they cannot be known. */
  fromSeq: number | null;
  toSeq: number | null;
  /** What it was called and when it was made, as far as that can be read. */
  label: string | null;
  at: string | null;
  why: string;
}

/** A record that does not hold, and what was done with it. */
export interface DoubtfulRecord {
  collection: string;
  id: string;
  what: string;
}

/** A transcript whose text cannot be used. */
export interface TranscriptFinding {
  sourceId: string;
  title: string;
  file: string;
  what: string;
}

export interface RecoveryReport {
  /** Name of the folder, without its path. */
  folder: string;
  /** ISO 8601. */
  foundAt: string;
  /** False: nothing of the study can be read. */
  readable: boolean;
  /** The file that the state begins from, the change it reaches, and when it was written (null: unknown). */
  base: { file: string; seq: number; savedAt: string | null } | null;
  findings: RecoveryFinding[];
  /** The last change up to which everything is there, without a gap. */
  goodSeq: number;
  /** Changes after it that still fit and are kept. */
  keptAfter: number;
  lost: LostChange[];
  records: DoubtfulRecord[];
  transcripts: TranscriptFinding[];
  /** Copies that sync programs made beside the study's own files. */
  conflictCopies: string[];
  /** Records come from a file whose checksum does not hold: any word in them may be altered. */
  unverified: boolean;
  /** Steps for the person, as sentences. */
  whatToDo: string[];
}

/** Number of changes that are listed as lost; ranges count in full. */
export function countLost(report: Pick<RecoveryReport, 'lost'>): number {
  return report.lost.reduce((sum, { fromSeq, toSeq }) => sum + (fromSeq !== null && toSeq !== null ? toSeq - fromSeq + 1 : 1), 0);
}

/** One line for a lost change: number, name, time, and why. */
export function lostInWords({ fromSeq, toSeq, label, at, why }: LostChange): string {
  const numbers = fromSeq === null ? 'A change' : fromSeq === toSeq ? `Change ${fromSeq}` : `Changes ${fromSeq} to ${toSeq}`;
  const name = label ? ` “${label}”` : '';
  const time = at ? `, ${at.slice(0, 16).replace('T', ' ')} UTC` : '';
  return `${numbers}${name}${time}: ${why}`;
}

/** The whole report as plain text, for the command line and report.txt. */
export function reportInWords(report: RecoveryReport): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', title, ...lines.map((line) => `- ${line}`)] : [];
  const findings = report.findings.map(({ what }) => what);
  const texts = report.transcripts.map(({ what }) => what);
  const copies = report.conflictCopies.map(
    (name) => `${name} was made by a program that synchronises folders. It is not part of the study and was left where it is.`,
  );
  return [
    `Report on the study “${report.folder}”, ${report.foundAt.slice(0, 16).replace('T', ' ')} UTC`,
    ...section('What was found', [...findings, ...texts, ...copies]),
    ...section('What is saved', savedInWords(report)),
    ...section('What is not in the saved study', [...report.lost.map(lostInWords), ...report.records.map(({ what }) => what)]),
    ...section('What to do', report.whatToDo),
    '',
  ].join('\n');
}

/** What could be saved, as sentences. */
export function savedInWords(report: RecoveryReport): string[] {
  const { base, readable, goodSeq, keptAfter, unverified } = report;
  if (!readable || !base) return ['Nothing of this study could be read. Its files were not touched.'];
  const sentences = [
    goodSeq === 0 ? 'The study as it was in the beginning.' : `Every change up to number ${goodSeq}, without a gap.`,
    ...(keptAfter > 0 ? [`${keptAfter} later ${keptAfter === 1 ? 'change' : 'changes'} that still fit.`] : []),
    `The records begin from ${base.file}${base.savedAt ? `, written ${base.savedAt.slice(0, 16).replace('T', ' ')} UTC` : ''}.`,
  ];
  if (unverified) {
    sentences.push(
      'No file with a checksum that holds was left. The records were read one by one from a damaged file: check names and words before relying on them.',
    );
  }
  return sentences;
}
