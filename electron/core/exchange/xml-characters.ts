// Which characters a text may have in an XML file.

/** A text with a replacement sign for everything that XML 1.0 cannot hold: control characters, half surrogates, non-characters. */
export function xmlCharacters(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
