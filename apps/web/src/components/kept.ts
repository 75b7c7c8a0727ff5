import { useState } from 'react';

/** A choice of this browser that outlives the page: shown columns, saved views. What cannot be read is forgotten. */
export function useKept<Value>(name: string, initial: Value): [Value, (next: Value) => void] {
  const key = `xiaohao.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const kept = localStorage.getItem(key);
      return kept === null ? initial : (JSON.parse(kept) as Value);
    } catch {
      return initial;
    }
  });
  const keep = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A full or forbidden store loses a convenience, nothing else.
    }
  };
  return [value, keep];
}
