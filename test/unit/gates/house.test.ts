// How our files are written: small, each saying its one purpose first, no stand-ins, public functions explained.
import { describe, expect, test } from 'vitest';

import { nodesBelow, type SourceFile, sourceFiles, statementsOf, type SyntaxNode } from '#test/builders/source-files';

const FILE_LINES = 350;
const FUNCTION_LINES = 60;
/** Packages of our own whose public functions everybody else calls. */
const EXPLAINED = ['shared', 'electron/core'];

const code = sourceFiles(/\.tsx?$/, ['shared', 'electron', 'renderer', 'scripts', 'test']);
const configuration = sourceFiles(/^[^/]+\.(ts|mjs)$/);
const styles = sourceFiles(/\.css$/, ['renderer']);

const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

describe('files', () => {
  test('there are files to look at', () => {
    expect(code.length).toBeGreaterThan(300);
    expect(configuration.length).toBeGreaterThan(3);
    expect(styles.length).toBeGreaterThan(3);
  });

  test(`none is longer than ${FILE_LINES} lines`, () => {
    const long = [...code, ...configuration, ...styles].filter(({ text }) => linesOf(text) > FILE_LINES);
    expect(long.map(({ file, text }) => `${file}: ${linesOf(text)} lines`)).toEqual([]);
  });

  test('each begins with a comment that says its purpose', () => {
    const silent = [...code, ...configuration].filter(({ text }) => !/^\/\/ \S.{12,}/.test(text));
    const silentStyles = styles.filter(({ text }) => !/^\/\* \S.{12,}/.test(text));
    expect([...silent, ...silentStyles].map(({ file, text }) => `${file}: ${text.split('\n')[0]}`)).toEqual([]);
  });

  test('names are kebab-case, components PascalCase.tsx', () => {
    const component = /\/[A-Z][A-Za-z0-9]*\.tsx$/;
    const kebab = /\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(tsx?|css)$/;
    expect([...code, ...styles].map(({ file }) => file).filter((file) => !component.test(file) && !kebab.test(file))).toEqual([]);
  });

  test('shared has no clock and no randomness: both are passed in', () => {
    const own = code.filter(
      ({ file, text }) => file.startsWith('shared/') && /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(text),
    );
    expect(own.map(({ file }) => file)).toEqual([]);
  });

  test('only the dispatcher listens for keys on the whole window', () => {
    const listeners = code.filter(
      ({ file, text }) => file.startsWith('renderer/') && /(?:window|document)\.addEventListener\(\s*'key(?:down|press)'/.test(text),
    );
    expect(listeners.map(({ file }) => file)).toEqual(['renderer/commands/dispatcher.ts']);
  });

  test('nothing is left to be built', () => {
    const standIns = [...code, ...styles].filter(
      ({ file, text }) => !file.startsWith('test/unit/gates/') && /TO BE BUILT|\bFIXME\b|\bTODO\b/.test(text),
    );
    expect(standIns.map(({ file }) => file)).toEqual([]);
  });

  test('no test runs alone, and none is switched off without saying why', () => {
    const tests = code.filter(({ file }) => file.startsWith('test/'));
    const marked = tests.filter(
      ({ text }) =>
        /\b(?:test|it|describe)\.(?:only|todo)\b/.test(text) ||
        (/\b(?:test|it|describe)\.skip\(\s*['"`]/.test(text) && !text.includes('SKIPPED')),
    );
    expect(marked.map(({ file }) => file)).toEqual([]);
  });
});

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function longFunctions(source: SourceFile): string[] {
  const found = statementsOf(source).flatMap((statement) => [...nodesBelow(statement)].filter((node) => FUNCTIONS.has(node.type)));
  return found.flatMap((node) => {
    const lines = linesOf(source.text.slice(node.start, node.end));
    return lines > FUNCTION_LINES ? [`${source.file}:${lineAt(source.text, node.start)}: ${lines} lines`] : [];
  });
}

/** Exported functions, declared or as an arrow, without a doc comment right before them. */
function unexplained(source: SourceFile): string[] {
  return statementsOf(source).flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const name = exportedFunction(statement['declaration'] as SyntaxNode | null);
    if (name === null || /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(source.text.slice(0, statement.start))) return [];
    return [`${source.file}:${lineAt(source.text, statement.start)}: ${name}`];
  });
}

function exportedFunction(declaration: SyntaxNode | null): string | null {
  if (declaration?.type === 'FunctionDeclaration') return String((declaration['id'] as SyntaxNode)['name']);
  if (declaration?.type !== 'VariableDeclaration') return null;
  const [first] = declaration['declarations'] as SyntaxNode[];
  const value = first?.['init'] as SyntaxNode | null | undefined;
  return first && value && FUNCTIONS.has(value.type) ? String((first['id'] as SyntaxNode)['name']) : null;
}

describe('functions', () => {
  const product = code.filter(({ file }) => !file.startsWith('test/'));

  test(`none is longer than ${FUNCTION_LINES} lines`, () => {
    expect(product.flatMap(longFunctions)).toEqual([]);
  });

  test(`every public function of ${EXPLAINED.join(' and ')} says what it gives`, () => {
    const explained = product.filter(({ file }) => EXPLAINED.some((folder) => file.startsWith(`${folder}/`)));
    expect(explained.flatMap(unexplained)).toEqual([]);
  });

  test('the looking itself works: a long, an unexplained and an explained function', () => {
    const body = '  work();\n'.repeat(FUNCTION_LINES);
    const file = 'shared/lib/seed.ts';
    expect(longFunctions({ file, text: `function long() {\n${body}}\n` })).toEqual([`${file}:1: 62 lines`]);
    expect(unexplained({ file, text: 'export function bare() {}\n' })).toEqual([`${file}:1: bare`]);
    expect(unexplained({ file, text: '/** Gives. */\nconst x = 1;\nexport const bare = () => x;\n' })).toEqual([`${file}:3: bare`]);
    expect(unexplained({ file, text: '/** Gives nothing. */\nexport function explained() {}\n' })).toEqual([]);
  });
});
