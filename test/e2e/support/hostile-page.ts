// Looks at a page for planted texts that became more than text.
import type { Page } from '@playwright/test';

import { HOSTILE_TEXTS, naughtyStrings } from '../../builders/hostile-texts.ts';

/** Ways to run something; each calls `fired` where it succeeds. */
const PAYLOADS: readonly string[] = [
  '<img src=x onerror=fired()>',
  '<svg onload=fired()>',
  '<script>fired()</script>',
  '<iframe srcdoc="<script>parent.fired()</script>"></iframe>',
  '<details open ontoggle=fired()>',
  '<input autofocus onfocus=fired()>',
  '<video><source onerror=fired()></video>',
  '<body onload=fired()><style>@import url(http://evil.example/s.css);</style>',
  '<math><mtext><table><mglyph><style><img src=x onerror=fired()>',
  '<form><button formaction=javascript:fired()>x</button></form>',
  '<link rel=stylesheet href=http://evil.example/l.css>',
  '<img src=http://evil.example/pixel.png>',
  '<div style="background:url(http://evil.example/b.png)">x</div>',
  '<meta http-equiv=refresh content="0;url=http://evil.example/">',
  '<base href="http://evil.example/">',
  '[x](javascript:fired())',
  '[x](jAva\tscript:fired())',
  '[x](data:text/html,<script>fired()</script>)',
  '![x](http://evil.example/image.png)',
  '"><img src=x onerror=fired()>',
  "';fired();//",
  '</textarea><img src=x onerror=fired()>',
  '</title><script>fired()</script>',
  '{{constructor.constructor("fired()")()}}',
  '${fired()}',
  '=HYPERLINK("http://evil.example","x")',
  '=cmd|"/C calc"!A0',
  '\u202Egnp.exe.txt',
  'nul \u0000 in the middle',
  'lone \uD83D half and \uDE00 other',
  'W\u0335\u0489'.repeat(60),
  'x'.repeat(290),
];

/** Where the list spells a character as `\\x0B`, also with that character. */
const LISTED: readonly string[] = (naughtyStrings() ?? []).flatMap((text) => {
  const decoded = text.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return decoded === text ? [text] : [text, decoded];
});

/** Longest that a field of one line is filled (UTF-16 units). */
const NAME_LENGTH = 270;

/** Several texts in one, as long as a name may be. */
function packed(texts: readonly string[]): string[] {
  const names: string[] = [];
  for (const text of texts) {
    const last = names.at(-1);
    if (last !== undefined && last.length + text.length < NAME_LENGTH) names[names.length - 1] = `${last} ${text}`;
    else names.push(text);
  }
  return names;
}

/** Texts for fields of one line: each way to run something by itself, the strongest first, then all the others. */
export const PLANTED_TEXTS: readonly string[] = [...PAYLOADS, ...packed([...HOSTILE_TEXTS, ...LISTED])];
/** Texts for fields of many lines, each on a line of its own, besides the ones above. */
export const MORE_TEXTS: readonly string[] = [...HOSTILE_TEXTS, ...LISTED];

/** Number of the payload whose direction is turned round. */
export const TURNED = PAYLOADS.findIndex((text) => text.startsWith('\u202E'));

const fired = new WeakMap<Page, number>();

/** Before the page begins: counts what runs, also over navigations. */
export async function armPage(page: Page): Promise<void> {
  fired.set(page, 0);
  await page.exposeFunction('tellFired', () => void fired.set(page, (fired.get(page) ?? 0) + 1));
  await page.addInitScript(() => {
    const { tellFired } = globalThis as unknown as { tellFired(): void };
    const run = (): void => tellFired();
    Object.assign(globalThis, { fired: run, alert: run, confirm: run, prompt: run, XSS: run });
  });
}

export const firedTimes = (page: Page): number => fired.get(page) ?? 0;

/** Elements and attributes that only a planted text can have brought into the page. */
export function foreignMarkup(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const never =
      'script:not([src]),link:not([href^="./"]):not([href^="/"]),iframe,frame,object,embed,applet,base,math,video,audio,marquee,meta[http-equiv=refresh],xss,blink';
    const found = [...document.querySelectorAll(never)].map((element) => element.outerHTML.slice(0, 120));
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const address = /^(?:src|href|action|formaction|data|poster|background|srcset|xlink:href)$/.test(name);
        const local = /^(?:\.\/|\/assets\/|#|blob:|data:image\/|https?:\/\/|mailto:)/.test(value);
        const fetched = name !== 'href' && /^(?:https?:)?\/\//.test(value);
        const own = URL.parse(value, document.baseURI)?.origin === location.origin;
        const bad =
          name.startsWith('on') ||
          name === 'srcdoc' ||
          (address && !own && (!local || fetched)) ||
          (name === 'style' && /url\(/i.test(value));
        if (bad) found.push(`<${element.localName} ${name}="${value.slice(0, 80)}">`);
      }
    }
    return found;
  });
}

/**
 * Texts with direction controls that share a paragraph with words of ours and so could reorder them: in an element that is neither a
 * block nor isolated, or in the middle of a sentence.
 */
export function reordered(page: Page): Promise<string[]> {
  return page.evaluate((turned) => {
    const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
    const apart = (element: Element): boolean => {
      const { display, unicodeBidi } = getComputedStyle(element);
      return !/^(?:inline|contents)$/.test(display) || /isolate|plaintext/.test(unicodeBidi);
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      let owner = node.parentElement;
      if (!owner || !controls.test(text) || !owner.checkVisibility() || owner.closest('.visually-hidden')) continue;
      while (owner && !apart(owner)) owner = owner.parentElement;
      // A memo and the words of a transcript are one person's own text from edge to edge.
      if (owner?.closest('[class*=markdown], p.evidence[dir=auto]')) continue;
      const sentence =
        text.includes(turned) && !/^(?:Plain\. )?$/.test(text.slice(0, text.indexOf(turned)).trimStart()) && !text.includes('\n');
      if (owner && (sentence || owner.textContent.trim() !== text.trim())) found.push(owner.outerHTML.slice(0, 300));
    }
    return found.slice(0, 5);
  }, PAYLOADS[TURNED] ?? '');
}

/**
 * Writes each text into a frame of its own, as a careless program would, and clicks what can be clicked.
 * @returns how many of them ran something: proves that they can fire and that firing is seen.
 */
export async function fireUnsanitised(page: Page): Promise<number> {
  await page.goto('about:blank');
  return page.evaluate(
    async (texts) => {
      const fired = new Set<number>();
      for (const [index, text] of texts.entries()) {
        const frame = document.body.appendChild(document.createElement('iframe'));
        const inner = frame.contentWindow;
        if (!inner) continue;
        const run = (): void => void fired.add(index);
        inner.document.open();
        Object.assign(inner, { fired: run, alert: run, confirm: run, prompt: run, XSS: run });
        inner.document.write(text);
        inner.document.close();
        for (const element of inner.document.querySelectorAll<HTMLElement>('a,button,[onmouseover]')) {
          element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
          if ('click' in element) element.click();
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 3000));
      return fired.size;
    },
    [...PAYLOADS, ...MORE_TEXTS].filter((text) => /[<&]/.test(text)),
  );
}
