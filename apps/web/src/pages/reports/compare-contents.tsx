import { Button } from 'antd';
import { useState } from 'react';
import type { ReportComparison } from '../../api/reports.js';
import { Section } from '../../components/section.js';
import { CopyButton } from '../../components/copy-button.js';
import { t } from '../../language.js';
import { LinkedSentence } from './compare-links.js';

/** So many stand on the page until somebody asks for all. */
const shownAtOnce = 50;

/** What two documents do not say alike beside their figures: rows of tables and lists, other text. */
export function ComparedContents({ contents, tickets }: Pick<ReportComparison, 'contents' | 'tickets'>) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? contents : contents.slice(0, shownAtOnce);
  return (
    <Section title={t('compare.contents')} count={contents.length}>
      {contents.length === 0 && <p className="faint">{t('compare.contentsNone')}</p>}
      <ul className="checks compared-contents">
        {shown.map((content, at) => (
          <li key={at} className="check explanation">
            <p className="prose">
              <LinkedSentence text={content.sentence} tickets={tickets} />
            </p>
            <CopyButton text={content.sentence} label={t('compare.copy')} done={t('compare.copied')} />
          </li>
        ))}
      </ul>
      {shown.length < contents.length && (
        <Button type="link" onClick={() => setShowsAll(true)}>
          {t('compare.contentsMore', { count: contents.length })}
        </Button>
      )}
    </Section>
  );
}
