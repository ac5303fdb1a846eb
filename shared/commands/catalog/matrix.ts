// Commands of the assumption matrix.
import { commands, onSurface } from '../command.ts';

const here = onSurface('matrix');
const onCell = onSurface('matrix', 'cellFocused');

export const MATRIX = commands([
  { id: 'matrix.left', title: 'Cell to the left', group: 'Matrix', keys: ['ArrowLeft'], when: here, keyOnly: true },
  { id: 'matrix.right', title: 'Cell to the right', group: 'Matrix', keys: ['ArrowRight'], when: here, keyOnly: true },
  { id: 'matrix.up', title: 'Cell above', group: 'Matrix', keys: ['ArrowUp'], when: here, keyOnly: true },
  { id: 'matrix.down', title: 'Cell below', group: 'Matrix', keys: ['ArrowDown'], when: here, keyOnly: true },
  { id: 'matrix.rowStart', title: 'First cell in row', group: 'Matrix', keys: ['Home'], when: here, keyOnly: true },
  { id: 'matrix.rowEnd', title: 'Last cell in row', group: 'Matrix', keys: ['End'], when: here, keyOnly: true },
  { id: 'matrix.firstCell', title: 'First cell', group: 'Matrix', keys: ['Mod+Home'], when: here, keyOnly: true },
  { id: 'matrix.lastCell', title: 'Last cell', group: 'Matrix', keys: ['Mod+End'], when: here, keyOnly: true },
  { id: 'matrix.open', title: 'Open the evidence', group: 'Matrix', keys: ['Enter'], when: here },
  { id: 'matrix.supports', title: 'Judge: supports', group: 'Matrix', keys: ['S'], when: onCell },
  { id: 'matrix.contradicts', title: 'Judge: contradicts', group: 'Matrix', keys: ['C'], when: onCell },
  { id: 'matrix.refines', title: 'Judge: refines', group: 'Matrix', keys: ['R'], when: onCell },
  { id: 'matrix.notRelevant', title: 'Judge: not relevant', group: 'Matrix', keys: ['X'], when: onCell },
  {
    id: 'matrix.clear',
    title: 'Judge: open again',
    group: 'Matrix',
    keys: ['Backspace', 'Delete'],
    when: onSurface('matrix', 'cellFocused', 'cellJudged'),
  },
  { id: 'matrix.reason', title: 'Give the reason', group: 'Matrix', keys: ['N'], when: onSurface('matrix', 'cellFocused', 'cellJudged') },
  { id: 'matrix.overrideVerdict', title: 'Set the verdict by hand…', group: 'Matrix', keys: ['V'], when: here },
  { id: 'matrix.logSearch', title: 'Log a search for evidence against the assumption…', group: 'Matrix', keys: ['L'], when: here },
  { id: 'matrix.grid', title: 'Matrix as a grid', group: 'Matrix', keys: ['1'], when: here },
  { id: 'matrix.quadrants', title: 'Matrix as importance against evidence (2×2)', group: 'Matrix', keys: ['2'], when: here },
  { id: 'matrix.list', title: 'Matrix as a list', group: 'Matrix', keys: ['3'], when: here },
  { id: 'matrix.sort', title: 'Sort rows by…', group: 'Matrix', keys: ['Shift+S'], when: here },
  { id: 'matrix.filter', title: 'Filter departments…', group: 'Matrix', keys: ['F'], when: here },
  { id: 'matrix.columnPage', title: 'Open this department', group: 'Matrix', keys: ['D'], when: here },
]);
