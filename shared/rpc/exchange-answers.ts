// What the methods answer about projects of other tools: what comes over, what changes, what stays behind.

/** Files that the study can be written to for other tools: the whole project, or its codebook. */
export const EXCHANGE_FORMATS = ['qdpx', 'qdc'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

export interface ExchangeReport {
  /** What comes over whole: `262 codes`. */
  brings: string[];
  /** What comes over in another form, as finished sentences. */
  changes: string[];
  /** What does not come over, as finished sentences. */
  leaves: string[];
}

/** A project file that was read and waits for the person to agree. */
export interface ExchangePreview {
  importId: string;
  fileName: string;
  name: string;
  /** The program that wrote it, as it calls itself; empty when it does not say. */
  origin: string;
  report: ExchangeReport;
}

/** A codebook that was read from a table, with what it would bring; the rows go to the edit `importCodebook` when the person agrees. */
export interface CodebookPreview {
  fileName: string;
  rows: {
    path: string[];
    definition?: string | undefined;
    whenToUse?: string | undefined;
    whenNotToUse?: string | undefined;
    aliases?: string[] | undefined;
    colour?: number | undefined;
  }[];
  /** Tags by what the table does with them. */
  added: number;
  changed: number;
  same: number;
  report: ExchangeReport;
}

/** `cancelled`: the person stopped it, and nothing of it is in the study. */
export interface ExchangeDone {
  cancelled: boolean;
  report: ExchangeReport;
}

export interface ExchangeFile {
  fileName: string;
  mediaType: string;
  base64: string;
  report: ExchangeReport;
}
