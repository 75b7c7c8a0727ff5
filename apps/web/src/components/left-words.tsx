import type { Schema } from '../api/client.js';
import { t } from '../language.js';
import { Section } from './section.js';

type LeftWord = Schema['LeftWordDto'] & Partial<Pick<Schema['LiteralNumberDto'], 'beside'>>;

interface Props {
  literals: readonly LeftWord[];
  claims: readonly LeftWord[];
  /** What becomes of the numbers. */
  note: string;
  /** Only how many there are, until somebody opens it. */
  isFolded?: boolean;
}

/** Numbers that no tag takes the place of, and what is claimed in words; neither is shown where there are none. */
export function LeftWords({ literals, claims, note, isFolded = false }: Props) {
  return (
    <>
      <Places title={t('learn.literals')} words={literals} note={note} isFolded={isFolded} />
      <Places title={t('learn.claims')} words={claims} note={t('learn.claimsNote')} isFolded={isFolded} />
    </>
  );
}

interface PlacesProps {
  title: string;
  words: readonly LeftWord[];
  note: string;
  isFolded: boolean;
}

/** Places of a text that no report changes, each with its paragraph. */
function Places({ title, words, note, isFolded }: PlacesProps) {
  if (words.length === 0) return null;
  const list = (
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
  if (!isFolded) {
    return (
      <Section title={title} count={words.length}>
        {list}
      </Section>
    );
  }
  return (
    <details className="section">
      <summary>
        {title} <span className="figures">{words.length}</span>
      </summary>
      {list}
    </details>
  );
}
