// A project of another tool as it was read: codes, sources, selections, codings, notes, cases, in neutral form.

export interface ProjectUser {
  key: string;
  name: string;
}

export interface ProjectCode {
  /** Compared form of its id in the file. */
  key: string;
  /** As written, without braces. */
  guid: string;
  name: string;
  description: string;
  /** As written; null for none. */
  colour: string | null;
  codable: boolean;
  parent: string | null;
  notes: string[];
}

export interface ProjectCoding {
  code: string;
  user: string | null;
  at: string | null;
  notes: string[];
}

export interface ProjectSelection {
  key: string;
  guid: string;
  name: string;
  description: string;
  /** Half-open range as counted in the file. */
  start: number;
  end: number;
  codings: ProjectCoding[];
  notes: string[];
  user: string | null;
  at: string | null;
}

/** An area of a page of a PDF, in points from the bottom left of the page. */
export interface ProjectArea extends Omit<ProjectSelection, 'start' | 'end'> {
  page: number;
  left: number;
  bottom: number;
  right: number;
  top: number;
  /** What the other tool read there; null when it wrote nothing down. */
  words: string | null;
}

export interface ProjectSource {
  key: string;
  guid: string;
  kind: 'text' | 'pdf' | 'picture' | 'audio' | 'video';
  name: string;
  description: string;
  /** Where its plain text lies in the package, as written. */
  path: string | null;
  /** A formatted or original file beside it. */
  otherPath: string | null;
  /** Text inside of the project file. */
  content: string | null;
  selections: ProjectSelection[];
  /** Areas of PDF pages that are not among the selections already. */
  areas: ProjectArea[];
  codings: ProjectCoding[];
  notes: string[];
  at: string | null;
  variables: ProjectVariableValue[];
}

export interface ProjectNote {
  key: string;
  name: string;
  text: string;
  path: string | null;
  user: string | null;
  at: string | null;
}

export interface ProjectVariableValue {
  variable: string;
  value: string;
}

export interface ProjectCase {
  name: string;
  description: string;
  variables: ProjectVariableValue[];
  codes: string[];
  sources: string[];
  selections: string[];
}

export interface ProjectSet {
  name: string;
  description: string;
  codes: string[];
  sources: string[];
  notes: string[];
}

export interface ExchangeProject {
  kind: 'project' | 'codebook';
  name: string;
  /** The program that wrote it, as it calls itself. */
  origin: string;
  description: string;
  users: ProjectUser[];
  codes: ProjectCode[];
  variables: Map<string, string>;
  cases: ProjectCase[];
  sources: ProjectSource[];
  notes: ProjectNote[];
  /** Notes that belong to the project as a whole. */
  projectNotes: string[];
  sets: ProjectSet[];
  links: number;
  graphs: number;
  /** Selections that are no ranges of text, by what they are selections of. */
  otherSelections: { picture: number; audio: number; video: number; transcript: number };
  /** What was odd about the file, as finished sentences. */
  oddities: string[];
}
