// Watches a page for what must never happen: errors in its console, errors it throws, requests to anybody but its own host.
import type { Page } from '@playwright/test';

export interface PageWatch {
  /** Sentences about what happened, in order. */
  readonly problems: readonly string[];
  /** Requests to this origin are the page's own from now on. */
  allowOrigin(origin: string): void;
  /** While its host is away a page cannot help failing to reach it. */
  pause(): void;
  resume(): void;
  /** Forgets problems that a test has provoked; each must match. @throws Error when there is none. */
  expectProblem(pattern: RegExp): void;
}

/** Chromium says this once while DOMPurify parses hostile HTML in a document of its own; nothing runs. */
const HARMLESS = /inline event handler/i;

/** Schemes that never leave the page. */
const LOCAL = /^(blob|data|about|app):/;

export function watchPage(page: Page): PageWatch {
  let problems: string[] = [];
  let paused = false;
  const origins = new Set<string>();
  const add = (problem: string): void => {
    if (!paused) problems.push(problem);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' && !HARMLESS.test(message.text())) add(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => add(`thrown: ${error.stack ?? error.message}`));
  page.on('crash', () => add('the page crashed'));
  page.on('request', (request) => {
    const url = request.url();
    // Never paused: there is no excuse for it.
    if (!LOCAL.test(url) && !origins.has(new URL(url).origin)) problems.push(`a request to another origin: ${request.method()} ${url}`);
  });
  return {
    get problems() {
      return problems;
    },
    allowOrigin: (origin) => void origins.add(origin),
    pause: () => void (paused = true),
    resume: () => void (paused = false),
    expectProblem: (pattern) => {
      const others = problems.filter((problem) => !pattern.test(problem));
      if (others.length === problems.length) throw new Error(`no problem matches ${String(pattern)}`);
      problems = others;
    },
  };
}
