// CSS modules give class names; a missing one is undefined and must not be relied on.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** A file as text. */
declare module '*.txt?raw' {
  const text: string;
  export default text;
}
