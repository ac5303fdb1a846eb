// The form of a REFI-QDA package, for whoever reads or writes one.

/** Packages hold recordings as well, which stay unread. */
export const PACKAGE_LIMITS = { entries: 20_000, totalBytes: 4_000_000_000, ratio: 200, ratioFrom: 2_000_000, nameLength: 1000 };
/** Name of our side file in a package: what the standard has no place for. */
export const SIDE_FILE = 'plumbline.json';
