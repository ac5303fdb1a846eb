// How a Node process that runs the core is started.

/**
 * Flags for Node. Half of the young generation in MB: with Node's own 16 the records of a large study, which all survive, are copied in
 * pauses of up to 70 ms, and 90 MB more are held while 500 files come in (docs/BENCH.md).
 */
export const CORE_NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8'];
