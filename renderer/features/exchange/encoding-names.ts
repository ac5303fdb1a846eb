// What encodings of text files are called on screen.
import type { TextEncoding } from '#shared/model/transcript';

export const ENCODING_NAMES: { readonly [E in TextEncoding]: string } = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with mark',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big end first',
  'utf-32le': 'UTF-32',
  'utf-32be': 'UTF-32, big end first',
  'windows-1252': 'Windows-1252',
};
