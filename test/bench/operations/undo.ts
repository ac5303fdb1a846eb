// Undo of one tagging, durable; beside the raw append.
import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { newTaggings } from '../harness/new-taggings.ts';
import { someTaggings, tagAtOnce } from '../harness/warm-up.ts';
import { openRawAppend } from '../rivals/raw-append.ts';

export const undo: Operation = {
  about: 'undo one tagging, durable',
  async run(bench: Bench) {
    const vault = await bench.open();
    const next = newTaggings(vault.state);
    const tag = async (): Promise<void> => {
      const { snippetId, tagId } = next();
      await vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
    };
    await tagAtOnce(vault, someTaggings(next));
    await bench.countBytes(OWN, 50, async () => {
      for (let count = 0; count < 5; count += 1) {
        await bench.watch(async () => {
          for (let undone = 0; undone < 10; undone += 1) await vault.undo();
        });
      }
    });
    bench.markPeak();
    const raw = await openRawAppend(bench.folder);
    for (let round = 0; round < 200; round += 1) {
      await tag();
      await bench.time('raw', raw.blocking);
      await bench.time(OWN, () => vault.undo());
      await bench.time('rawAsync', raw.nonBlocking);
    }
    await raw.close();
  },
};
