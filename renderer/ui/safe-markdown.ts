// The one place where text becomes HTML: Markdown to a cleaned fragment (trust.md C1 to C4).
import DOMPurify from 'dompurify';
import { Marked, type Tokens } from 'marked';

/** Strict allowlist of trust.md C2; nothing of the content's own styles, ids, classes, images or forms comes through. */
const TAGS = ['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'mark'];
const ATTRIBUTES = ['href', 'title'];
/** Addresses that may be followed: the web, mail, and places of the same document. */
const ADDRESSES = /^(?:https?:\/\/|mailto:|#[a-z0-9-]+$)/i;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** HTML in the text is shown as the text it is; an image becomes a line that says where it would have come from. */
const markdown = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    image: ({ href, text }: Tokens.Image) => `<em>[image${text ? `: ${escapeHtml(text)}` : ''}, not loaded from ${escapeHtml(hostOf(href))}]</em>`,
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
  },
});

function hostOf(address: string): string {
  return URL.parse(address)?.host || 'elsewhere';
}

/** Turns Markdown into nodes that are safe to put into the page. Cleaning comes last, after everything that makes HTML. */
export function safeMarkdown(text: string): DocumentFragment {
  const html = markdown.parse(text, { async: false });
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: ADDRESSES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) showTarget(link);
  return fragment;
}

/** A link says where it leads, and leads out of the window only. */
function showTarget(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href');
  if (address === null) return;
  if (address.startsWith('#')) {
    link.removeAttribute('title');
    return;
  }
  const url = URL.parse(address);
  if (!url) {
    link.removeAttribute('href');
    return;
  }
  link.title = url.href;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  const place = url.protocol === 'mailto:' ? url.pathname : url.host;
  if (!link.textContent.includes(place)) link.append(` (${place})`);
}
