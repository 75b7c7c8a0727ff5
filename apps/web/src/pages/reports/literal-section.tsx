import type { FormerReport } from '../../api/former-reports.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';

/** The numbers no tag takes the place of: what the next report says wrong unless somebody looks. */
export function LiteralSection({ literals }: Pick<FormerReport, 'literals'>) {
  if (literals.length === 0) return null;
  return (
    <Section title={t('learn.literals')} count={literals.length}>
      <ul className="learn-literals">
        {literals.map(({ paragraph, context }, at) => (
          <li key={`${paragraph} ${at}`}>
            <span className="faint">{t('learn.paragraph', { paragraph })}</span> {context}
          </li>
        ))}
      </ul>
      <p className="faint learn-periods-note">{t('learn.literalsNote')}</p>
    </Section>
  );
}
