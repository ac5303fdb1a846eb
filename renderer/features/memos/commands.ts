// Commands about memos.
import { addMemo } from './memo-actions.ts';

export const memosHandlers = { 'memo.new': () => addMemo() };
