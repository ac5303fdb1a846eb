// Runs one command line: finds the command, gives it what it needs, and says with which code it ends.
import { parseArgs } from 'node:util';

import { CLI_COMMANDS } from './commands/index.ts';
import { createCommandLine, sentenceOf, type Surroundings, wayOnOf } from './command-line.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  name: { type: 'string' },
  sample: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  names: { type: 'boolean' },
  themes: { type: 'string' },
  kind: { type: 'string' },
  choices: { type: 'string' },
  'key-list': { type: 'string' },
  all: { type: 'boolean' },
  columns: { type: 'string' },
  seed: { type: 'string' },
  sort: { type: 'string' },
  limit: { type: 'string' },
  everything: { type: 'boolean' },
  'as-of': { type: 'string' },
  ics: { type: 'string' },
  list: { type: 'boolean' },
  second: { type: 'string' },
  backup: { type: 'string' },
  to: { type: 'string' },
  participant: { type: 'string' },
  preview: { type: 'boolean' },
  draft: { type: 'boolean' },
  pass: { type: 'boolean' },
  month: { type: 'string' },
  report: { type: 'boolean' },
  for: { type: 'string' },
  'without-consent-blocked': { type: 'boolean' },
  'refuse-consent-blocked': { type: 'boolean' },
  'replace-mentions': { type: 'boolean' },
  purge: { type: 'boolean' },
  pseudonyms: { type: 'boolean' },
  port: { type: 'string' },
  'take-over': { type: 'string' },
  encrypt: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  'new-passphrase-file': { type: 'string' },
  'key-passphrase-file': { type: 'string' },
  'from-key-list': { type: 'string' },
  as: { type: 'string' },
  lenient: { type: 'boolean' },
  sheet: { type: 'string' },
  heading: { type: 'boolean' },
  'no-heading': { type: 'boolean' },
  rows: { type: 'string' },
  speaker: { type: 'string' },
  text: { type: 'string' },
  start: { type: 'string' },
  end: { type: 'string' },
  respondent: { type: 'string' },
  questions: { type: 'string' },
  where: { type: 'string' },
  compare: { type: 'string' },
  with: { type: 'string' },
  version: { type: 'string' },
  encoding: { type: 'string' },
  pattern: { type: 'string' },
  like: { type: 'string' },
  tag: { type: 'string' },
  unit: { type: 'string' },
  everybody: { type: 'boolean' },
  apply: { type: 'boolean' },
  coders: { type: 'string' },
  by: { type: 'string' },
  sources: { type: 'string' },
  'coded-only': { type: 'boolean' },
} as const;

function usage(): string {
  const lines = Object.values(CLI_COMMANDS).map((command) => `  plumbline ${command.usage}`);
  return `Usage:\n${lines.join('\n')}\nWith --by <name> changes are written under that name, and not that of the login. With --json each answer is one JSON object a line; messages go to standard error; exit code 1 when anything failed (check and repair: 2 when a study cannot be read at all).\n`;
}

/** Runs a command to its end. @returns the exit code: 0, 1 when anything failed, 2 for wrong use. Never rejects. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr } = surroundings.streams;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message.split('. ')[0] : 'Wrong arguments'}.\n${usage()}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(CLI_COMMANDS, name) ? CLI_COMMANDS[name as keyof typeof CLI_COMMANDS] : undefined;
  if (values.help || !command || words.length < command.least) {
    const wanted = values.help === true || name === 'help';
    const problem = !command && name !== '' && !wanted ? `There is no command “${name}”.\n` : '';
    (wanted ? stdout : stderr).write(`${problem}${command && !wanted ? `Usage: plumbline ${command.usage}\n` : usage()}`);
    return wanted ? 0 : 2;
  }
  let code = 0;
  const { json, ...options } = values;
  const line = createCommandLine({ words, json: json ?? false, options }, surroundings, (failure = 1) => (code = failure));
  try {
    await command.run(line);
  } catch (error) {
    if (line.json) line.print({ ok: false, error: sentenceOf(error) }, '');
    line.say(sentenceOf(error));
    const wayOn = wayOnOf(error);
    if (wayOn !== null) line.say(wayOn);
    code = 1;
  }
  return code;
}
