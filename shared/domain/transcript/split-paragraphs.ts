// Splits a text without speakers into paragraphs.

/**
 * Paragraphs of a text, without blank ones. Blank lines part paragraphs. In an outline (two fifths of the lines are indented)
 * a line that is not indented begins a paragraph as well. In a text with neither, each line is a paragraph, unless the
 * lines are wrapped to one width (half of them reach four fifths of the longest, which has 40 to 100 characters).
 */
export function splitParagraphs(lines: readonly string[]): string[] {
  const trimmed = lines.map((line) => line.trimEnd());
  const filled = trimmed.filter((line) => line !== '');
  const first = trimmed.findIndex((line) => line !== '');
  const last = trimmed.findLastIndex((line) => line !== '');
  const hasBlanks = filled.length < last - first + 1;
  const outline = filled.filter(isIndented).length >= filled.length * 0.4;
  const separate = !hasBlanks && !outline && !isWrapped(filled);
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of trimmed) {
    if (line === '') open = false;
    else if (open && !separate && !(outline && !isIndented(line))) paragraphs.at(-1)?.push(line);
    else {
      paragraphs.push([line]);
      open = true;
    }
  }
  return paragraphs.map((paragraph) => paragraph.join('\n').trim());
}

function isIndented(line: string): boolean {
  return /^\s/u.test(line);
}

function isWrapped(lines: readonly string[]): boolean {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.length);
  const full = lines.filter((line) => line.length >= longest * 0.8).length;
  return lines.length > 2 && longest >= 40 && longest <= 100 && full * 2 >= lines.length;
}
