// Markdown to HTML that may be shown: parsed, transformed, and cleaned last (trust.md C1 to C4).
import DOMPurify, { type Config } from 'dompurify';
import { Marked } from 'marked';

import { BoundedTokenizer, withoutEndlessRuns } from './bounded-tokenizer.ts';

const ALLOWED_TAGS = [
  'p',
  'br',
  'hr',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'a',
  'mark',
];

const CONFIG: Config = {
  ALLOWED_TAGS,
  ALLOWED_ATTR: ['href', 'title'],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/[^/]|mailto:[^@]+@)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
};

/** Places of the same document: only where whoever shows it knows them. */
const WITH_PLACES = /^(?:https?:\/\/[^/]|mailto:[^@]+@|#[a-z][a-z0-9-]*$)/i;
const PLACE = /^#[a-z][a-z0-9-]*$/i;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** Where an address leads, as a person may check it: host in punycode, or the mail address. Null for what is no link here. */
export function placeOfLink(href: string): string | null {
  const url = URL.parse(href);
  if (url?.protocol === 'mailto:') return url.pathname;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.host !== '' ? url.host : null;
}

const marked = new Marked({ gfm: true, breaks: true, async: false });
marked.use({
  renderer: {
    // HTML in Markdown is text like any other.
    html: ({ text }) => escape(text),
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    // Nothing is ever fetched: an image is named, not shown.
    image: ({ href, text }) =>
      `<em>[${escape(text === '' ? 'image' : `image: ${text}`)}, not loaded${placeOfLink(href) === null ? '' : ` from ${escape(placeOfLink(href) ?? '')}`}]</em>`,
    link({ href, tokens, text }) {
      const inner = this.parser.parseInline(tokens);
      if (PLACE.test(href)) return `<a href="${escape(href)}">${inner}</a>`;
      const place = placeOfLink(href);
      if (place === null) return inner;
      const saysSo = text.toLowerCase().includes(place.toLowerCase());
      return `<a href="${escape(href)}" title="${escape(href)}">${inner}</a>${saysSo ? '' : ` (${escape(place)})`}`;
    },
  },
});

/** The text as HTML that is not clean yet. A text on which the parser fails is shown as it stands: nothing a person wrote may break the window. */
function htmlOf(markdown: string): string {
  try {
    return marked.parse(withoutEndlessRuns(markdown), { async: false, tokenizer: new BoundedTokenizer() });
  } catch {
    return `<pre>${escape(markdown)}</pre>`;
  }
}

/**
 * HTML of a Markdown text, for SafeMarkdown only. What is allowed is a short list; everything else becomes text or goes.
 * @param places keeps links to places of the same document, `#finding-3`.
 */
export function safeHtml(markdown: string, places = false): TrustedHTML {
  const config = places ? { ...CONFIG, ALLOWED_URI_REGEXP: WITH_PLACES } : CONFIG;
  return DOMPurify.sanitize(htmlOf(markdown), { ...config, RETURN_TRUSTED_TYPE: true });
}
