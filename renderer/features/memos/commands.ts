// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
export const memosHandlers = { 'memo.new': () => undefined };
