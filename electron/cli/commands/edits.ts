// `edits`: the closed list of edits with the JSON Schema of their inputs.
import { EDIT_NAMES, editInputSchema } from '#shared/edits/index';

import type { CliCommand } from '../command-line.ts';

export const listEdits: CliCommand = {
  usage: 'edits [--json]',
  least: 0,
  async run(line) {
    for (const edit of EDIT_NAMES) line.print({ edit, input: editInputSchema(edit) }, edit);
  },
};
