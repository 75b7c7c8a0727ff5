import type { FormerReport } from '../../api/former-reports.js';
import { LeftWords } from '../../components/left-words.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** What no tag takes the place of: numbers and claims the next report says wrong unless somebody looks. */
export function LiteralSection({ literals, claims }: Pick<FormerReport, 'literals' | 'claims'>) {
  return (
    <>
      {literals.length > 0 && (
        <Section title={t('learn.literals')} count={literals.length}>
          <LeftWords words={literals} note={t('learn.literalsNote')} />
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={t('learn.claims')} count={claims.length}>
          <LeftWords words={claims} note={t('learn.claimsNote')} />
        </Section>
      )}
    </>
  );
}
