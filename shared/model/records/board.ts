// A board: the affinity map, a surface on which snippets are grouped towards one question.
import { z } from 'zod';

import { idField, nameField, textField } from './fields.ts';

export const boardSchema = z.strictObject({
  id: idField,
  name: nameField,
  focusQuestion: textField,
});

export type Board = z.infer<typeof boardSchema>;

/** The board that every vault has from the start. */
export const FIRST_BOARD_ID = 'board';
