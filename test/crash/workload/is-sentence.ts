// Whether a message is one for a person: finished sentences, no codes, no paths, nothing that an engine says.

/** True for text that begins like a sentence, ends like one, and shows no insides. */
export function isSentence(message: string): boolean {
  const whole = /^[A-Z“]/.test(message) && /[.!?]$/.test(message.trim()) && message.length > 20;
  return whole && !/\b(E[A-Z]{3,}|undefined|null|NaN|syscall|errno|Error:)\b|\/disk\//.test(message);
}
