import type { Schema } from '../api/client.js';
import { t } from '../language.js';
import { Section } from './section.js';

type LeftWord = Schema['LeftWordDto'] & Partial<Pick<Schema['LiteralNumberDto'], 'beside'>>;

interface Props {
  literals: readonly LeftWord[];
  claims: readonly LeftWord[];
  /** What becomes of the numbers. */
  note: string;
}

/** Numbers that no tag takes the place of, and what is claimed in words; neither is shown where there are none. */
export function LeftWords({ literals, claims, note }: Props) {
  return (
    <>
      <Places title={t('learn.literals')} words={literals} note={note} />
      <Places title={t('learn.claims')} words={claims} note={t('learn.claimsNote')} />
    </>
  );
}

/** Places of a text that no report changes, each with its paragraph. */
function Places({ title, words, note }: { title: string; words: readonly LeftWord[]; note: string }) {
  if (words.length === 0) return null;
  return (
    <Section title={title} count={words.length}>
      <ul className="learn-literals">
        {words.map(({ paragraph, context, beside }, at) => (
          <li key={`${paragraph} ${at}`}>
            <span className="faint">{t('learn.paragraph', { paragraph })}</span> {context}
            {beside && <span className="faint"> {t('learn.beside', { words: beside })}</span>}
          </li>
        ))}
      </ul>
      <p className="faint learn-periods-note">{note}</p>
    </Section>
  );
}
