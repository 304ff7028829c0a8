// The storage of a browser, for specs.

/** What a browser offers, with room for so many characters. */
export function device(room = Infinity): Storage {
  const texts = new Map<string, string>();
  return {
    get length() { return texts.size; },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => { if (text.length > room) throw new Error('QuotaExceededError'); texts.set(key, text); },
    removeItem: (key) => { texts.delete(key); },
    clear: () => texts.clear(),
  };
}
