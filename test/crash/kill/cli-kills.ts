// Kills the command line with SIGKILL at random moments while it answers edits, and checks that no answered edit is lost.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { createSeededRandom, type SeededRandom } from '#shared/domain/themes/seeded-random';

const CLI = path.resolve(import.meta.dirname, '../../../electron/cli/main.ts');

export interface CliKillFigures {
  kills: number;
  /** Edits that were answered before a kill. */
  answered: number;
  lost: string[];
  /** 1 when the vault could not be opened or checked afterwards. */
  unopenable: number;
}

/** Runs the campaign over one vault in a scratch folder. */
export async function runCliKills(kills: number, seed: number): Promise<CliKillFigures> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'plumbline-kill-'));
  const vault = path.join(scratch, 'study.plumb');
  const figures: CliKillFigures = { kills, answered: 0, lost: [], unopenable: 0 };
  const expected = new Set<string>();
  const random = createSeededRandom(seed);
  try {
    run(['create', vault, '--name', 'Kill campaign']);
    for (let round = 0; round < kills; round += 1) await killOnce(vault, round, random, expected);
    figures.answered = expected.size;
    const present = tagIds(vault, figures);
    figures.lost = [...expected].filter((id) => !present.has(id));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return figures;
}

function run(args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`plumbline ${args[0]}: ${stderr}`);
  return stdout;
}

/** Feeds edits without end and kills between 1 and 80 ms after the first answer. */
function killOnce(vault: string, round: number, random: SeededRandom, expected: Set<string>): Promise<void> {
  const child = spawn(process.execPath, [CLI, 'apply', vault], { stdio: ['pipe', 'pipe', 'pipe'] });
  const delay = 1 + random.below(80);
  let pending = '';
  let sent = 0;
  let answers = 0;
  let timer: NodeJS.Timeout | undefined;
  let complaint = '';
  const feed = (): void => {
    while (!child.stdin.destroyed && sent < answers + 40) {
      child.stdin.write(`${JSON.stringify({ edit: 'createTag', input: { id: `r${round}n${sent}`, name: `Tag ${round}-${sent}` } })}\n`);
      sent += 1;
    }
  };
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), delay);
    const lines = (pending + bytes.toString()).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const answer = JSON.parse(line) as { ok: boolean; result?: { tagId?: string }; error?: string };
      if (!answer.ok || !answer.result?.tagId) complaint += `refused: ${answer.error} `;
      else expected.add(answer.result.tagId);
      answers += 1;
    }
    feed();
  });
  feed();
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' && !complaint.includes('refused')) resolve();
      else reject(new Error(`round ${round} ended with ${code ?? signal}: ${complaint}`));
    });
  });
}

function tagIds(vault: string, figures: CliKillFigures): Set<string> {
  try {
    const dump = JSON.parse(run(['dump', vault, '--json'])) as { records: { tags: Record<string, unknown> } };
    run(['check', vault, '--json']);
    return new Set(Object.keys(dump.records.tags));
  } catch {
    figures.unopenable = 1;
    return new Set();
  }
}
