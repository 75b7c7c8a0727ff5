import type { Schema } from '../api/client.js';
import { t } from '../language.js';

type LeftWord = Schema['LeftWordDto'] & Partial<Pick<Schema['LiteralNumberDto'], 'beside'>>;

interface Props {
  words: readonly LeftWord[];
  note: string;
}

/** Places of a text that no report changes, each with its paragraph. */
export function LeftWords({ words, note }: Props) {
  return (
    <>
      <ul className="learn-literals">
        {words.map(({ paragraph, context, beside }, at) => (
          <li key={`${paragraph} ${at}`}>
            <span className="faint">{t('learn.paragraph', { paragraph })}</span> {context}
            {beside && <span className="faint"> {t('learn.beside', { words: beside })}</span>}
          </li>
        ))}
      </ul>
      <p className="faint learn-periods-note">{note}</p>
    </>
  );
}
