// E-mail addresses and phone numbers in a text, found without patterns that could take long on hostile input.

export interface Contact {
  kind: 'e-mail' | 'phone';
  start: number;
  end: number;
}

/** Digits of a phone number (E.164: at most 15). */
const DIGITS = { least: 7, most: 15 };

/** In order, none over another. */
export function findContacts(text: string): Contact[] {
  const found = [...mailsIn(text), ...phonesIn(text)].sort((left, right) => left.start - right.start);
  return found.filter((contact, index) => index === 0 || contact.start >= (found[index - 1]?.end ?? 0));
}

const inMailName = (sign: string): boolean => /[\p{L}\p{N}._%+-]/u.test(sign);
const inMailHost = (sign: string): boolean => /[\p{L}\p{N}.-]/u.test(sign);

function mailsIn(text: string): Contact[] {
  const found: Contact[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > from && inMailName(text[start - 1] ?? '')) start -= 1;
    let end = at + 1;
    while (end < text.length && inMailHost(text[end] ?? '')) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
    const host = text.slice(at + 1, end);
    const dot = host.lastIndexOf('.');
    if (start === at || dot < 1 || host.length - dot < 3) continue;
    found.push({ kind: 'e-mail', start, end });
    from = end;
  }
  return found;
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** Digits with signs between them; a bare number is none unless it begins with + or 0, and a date is none. */
function phonesIn(text: string): Contact[] {
  const found: Contact[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (!(isDigit(sign) || sign === '+' || sign === '(') || isDigit(text[at - 1])) continue;
    let end = at;
    let digits = 0;
    let last = at;
    let breaks = 0;
    for (; end < text.length; end += 1) {
      const next = text[end];
      if (isDigit(next)) {
        digits += 1;
        last = end;
      } else if (next !== undefined && ' ()-./+'.includes(next) && end - last < 3) breaks += end === last + 1 ? 1 : 0;
      else break;
    }
    const said = text.slice(at, last + 1);
    const marked = sign === '+' || said.startsWith('0') || said.startsWith('(');
    const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(said);
    if (digits >= DIGITS.least && digits <= DIGITS.most && (marked || breaks >= 2) && !date)
      found.push({ kind: 'phone', start: at, end: last + 1 });
    if (digits > 0) at = last;
  }
  return found;
}
