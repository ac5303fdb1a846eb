// Opens what another tool exported: a .qdpx package, or a .qde or .qdc file alone, whatever it is called.
import type { ExchangeProject, ProjectSource } from '#shared/domain/exchange/project';
import { readProject } from '#shared/domain/exchange/read-project';
import type { SourceText } from '#shared/domain/exchange/source-records';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import type { TextEncoding } from '#shared/model/transcript';

import { type Archive, isArchive, openArchive } from '../intake/open-archive.ts';
import { pdfText, readPdfPages } from '../intake/read-pdf.ts';
import { PACKAGE_LIMITS, SIDE_FILE } from './package-form.ts';
import { readXml } from './read-xml.ts';

/** Largest text and largest project file that are unpacked (bytes). */
const LARGEST_TEXT = 50_000_000;
const LARGEST_PROJECT = 200_000_000;

export interface ExchangePackage {
  project: ExchangeProject;
  /** Our own side file, when the project is still the one it was written for; 'other' when it is not. */
  side: Uint8Array | 'other' | null;
  textOf(source: ProjectSource): Promise<SourceText>;
}

/** Opens it; texts of sources are unpacked when they are asked for. @throws AppError('unreadable-file') with a sentence for the person. */
export async function readPackage(fileName: string, bytes: Uint8Array): Promise<ExchangePackage> {
  if (!isArchive(bytes)) {
    const project = readProject(fileName, readXml(fileName, bytes));
    return { project, side: null, textOf: (source) => Promise.resolve(textInFile(source)) };
  }
  const archive = openArchive(fileName, bytes, PACKAGE_LIMITS);
  const projectName = chooseProject(archive);
  if (projectName === null) {
    throw unreadableFile(
      fileName,
      'there is no project file (.qde) inside',
      'Choose a REFI-QDA project, or export it again from the other tool.',
    );
  }
  if (archive.size(projectName) > LARGEST_PROJECT)
    throw unreadableFile(fileName, 'its project file is larger than 200 MB', 'Export less at once.');
  const content = archive.read(projectName) ?? new Uint8Array();
  const project = readProject(fileName, readXml(fileName, content));
  const byName = namesByLastPart(archive);
  return {
    project,
    side: sideFile(archive, await sha256(content)),
    textOf: async (source) => {
      const text = source.content === null ? textInPackage(archive, byName, source) : textInFile(source);
      return source.kind === 'pdf' ? withPages(archive, byName, source, text) : text;
    },
  };
}

/** `project.qde` at the top; else the one nearest to the top. */
function chooseProject(archive: Archive): string | null {
  const depth = (name: string): number => name.split(/[\\/]/).length;
  const found = archive.names.filter((name) => /\.(?:qde|qdc)$/i.test(name));
  const rank = (name: string): number => depth(name) * 2 + (/(?:^|[\\/])project\.qde$/i.test(name) ? 0 : 1);
  return found.toSorted((left, right) => rank(left) - rank(right))[0] ?? null;
}

/** Our side file tells which project it belongs to; another tool that changed the project leaves the old one behind. */
function sideFile(archive: Archive, sha256: string): Uint8Array | 'other' | null {
  if (!archive.has(SIDE_FILE) || archive.size(SIDE_FILE) > LARGEST_PROJECT) return null;
  const bytes = archive.read(SIDE_FILE);
  if (!bytes) return null;
  return Buffer.from(bytes.subarray(0, 400)).toString('latin1').includes(`"project":"${sha256}"`) ? bytes : 'other';
}

/** By the global Web Crypto: the worker that reads files has no modules for it. */
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))).toString('hex');
}

/** Files by the last part of their names in lower case: folders are called sources, Sources or otherwise. */
function namesByLastPart(archive: Archive): Map<string, string> {
  return new Map(archive.names.filter((name) => !/[\\/]$/.test(name)).map((name) => [lastPart(name), name]));
}

const lastPart = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').toLowerCase();

function textInFile(source: ProjectSource): SourceText {
  if (source.content !== null) return { raw: source.content, encoding: 'utf-8' };
  if (source.path === null) return { missing: whyNoText(source) };
  return { missing: 'the project file came alone, without the package of texts. Import the .qdpx file to have them.' };
}

/**
 * The document itself, where it is needed: for its text when the package has none of it, and for the words of areas that the other tool did not
 * write down. A document that cannot be read leaves what is there.
 */
async function withPages(
  archive: Archive,
  byName: ReadonlyMap<string, string>,
  source: ProjectSource,
  text: SourceText,
): Promise<SourceText> {
  const noText = 'missing' in text || text.raw.trim() === '';
  if (source.otherPath === null || (!noText && source.areas.every(({ words }) => words !== null))) return text;
  const name = nameInPackage(byName, source.otherPath);
  if (name === undefined || archive.size(name) > LARGEST_TEXT) return text;
  try {
    const pages = await readPdfPages(source.name, archive.read(name) ?? new Uint8Array());
    return noText ? { raw: pdfText(pages), encoding: 'utf-8', pages } : { ...text, pages };
  } catch {
    return text;
  }
}

const nameInPackage = (byName: ReadonlyMap<string, string>, path: string): string | undefined =>
  byName.get(lastPart(decodePath(path))) ?? byName.get(lastPart(path));

function textInPackage(archive: Archive, byName: ReadonlyMap<string, string>, source: ProjectSource): SourceText {
  if (source.path === null) return { missing: whyNoText(source) };
  const name = nameInPackage(byName, source.path);
  if (name === undefined) {
    const outside = !/^internal:/i.test(source.path);
    return {
      missing: outside
        ? 'it lies outside of the package, and Plumbline opens no file by a path that a file names.'
        : 'the package does not hold it.',
    };
  }
  if (archive.size(name) > LARGEST_TEXT) return { missing: 'it is larger than 50 MB.' };
  return decodeSource(archive.read(name) ?? new Uint8Array());
}

function whyNoText({ kind }: ProjectSource): string {
  const kinds = {
    text: 'it has only a formatted file',
    pdf: 'it is a PDF without its plain text, and none could be read from it',
    picture: 'it is a picture',
    audio: 'it is a recording without a transcript',
    video: 'it is a recording without a transcript',
  };
  return `${kinds[kind]}.`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path.replace(/^[a-z]+:\/\//i, ''));
  } catch {
    // A stray percent sign: the name is meant as it stands.
    return path.replace(/^[a-z]+:\/\//i, '');
  }
}

/** Text with its line ends and its mark as they are: positions may count them. */
export function decodeSource(bytes: Uint8Array): { raw: string; encoding: TextEncoding } {
  const encoding: TextEncoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const raw = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { raw, encoding: encoding === 'utf-8' && raw.startsWith('\ufeff') ? 'utf-8-bom' : encoding };
  } catch {
    return { raw: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
