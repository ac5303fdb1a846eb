// Colours of tags towards other tools: each number of the palette as sRGB, and the number nearest to a foreign colour.

/** The line colours of the light theme in ui/tokens.css (--tag-1-line …), converted from OKLCH to sRGB. */
const PALETTE = [
  '#5676d9',
  '#865e00',
  '#83527f',
  '#024c48',
  '#c95247',
  '#364902',
  '#4b2e91',
  '#787e8b',
  '#8d274c',
  '#259270',
  '#136aa4',
  '#6e492a',
  '#8a7c2d',
  '#8972a4',
  '#4a3f2f',
  '#a76167',
] as const;

/** `#rrggbb` of a palette number. */
export function colourOf(number: number): string {
  return PALETTE[number - 1] ?? PALETTE[0];
}

/** The palette number whose colour lies nearest (redmean distance); null for text that is no `#rgb` or `#rrggbb`. */
export function nearestColour(colour: string): number | null {
  const wanted = channels(colour);
  if (!wanted) return null;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, candidate] of PALETTE.entries()) {
    const found = channels(candidate);
    if (!found) continue;
    const mean = (wanted[0] + found[0]) / 2;
    const [red, green, blue] = [wanted[0] - found[0], wanted[1] - found[1], wanted[2] - found[2]];
    const distance = (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue;
    if (distance < least) {
      least = distance;
      best = index + 1;
    }
  }
  return best;
}

function channels(colour: string): [number, number, number] | null {
  const match = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim());
  if (!match?.[1]) return null;
  const hex = match[1].length === 3 ? [...match[1]].map((digit) => digit + digit).join('') : match[1];
  return [Number.parseInt(hex.slice(0, 2), 16), Number.parseInt(hex.slice(2, 4), 16), Number.parseInt(hex.slice(4, 6), 16)];
}
