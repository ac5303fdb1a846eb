// A read XML element as plain data, and how its parts are asked for without regard to prefixes and letter case.

export interface XmlElement {
  /** Local name as written, without a prefix. */
  name: string;
  /** Attribute values by local name in lower case. */
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlElement[];
  /** All character data directly inside, joined. */
  text: string;
}

/** Children of that name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const wanted = name.toLowerCase();
  return element?.children.filter((child) => child.name.toLowerCase() === wanted) ?? [];
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0];
}

/** An attribute's value, null when it is not there or empty. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const value = element.attributes[name.toLowerCase()];
  return value === undefined || value === '' ? null : value;
}

/** How many elements of that name stand anywhere inside. */
export function countInside(element: XmlElement | undefined, name: string): number {
  if (!element) return 0;
  const wanted = name.toLowerCase();
  let count = 0;
  const waiting = [...element.children];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name.toLowerCase() === wanted) count += 1;
    for (const child of next.children) waiting.push(child);
  }
  return count;
}
