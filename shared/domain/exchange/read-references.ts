// What elements of a REFI-QDA file point to, and the values of variables.
import { guidKey } from './guids.ts';
import type { ProjectVariableValue } from './project.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Keys that elements of a name inside of this one point to. */
export function references(element: XmlElement, name: string): string[] {
  return childrenOf(element, name).flatMap((child) => {
    const target = attributeOf(child, 'targetGUID') ?? attributeOf(child, 'guid');
    return target === null ? [] : [guidKey(target)];
  });
}

/** A GUID as it is compared, null for none. */
export function keyOrNull(text: string | null): string | null {
  return text === null ? null : guidKey(text);
}

/** Values of variables that stand in this element. */
export function readVariableValues(element: XmlElement): ProjectVariableValue[] {
  return childrenOf(element, 'VariableValue').map((value) => ({
    variable: childrenOf(value, 'VariableRef').map((child) => guidKey(attributeOf(child, 'targetGUID') ?? ''))[0] ?? '',
    value: value.children.find((child) => child.name.toLowerCase().endsWith('value'))?.text ?? '',
  }));
}
