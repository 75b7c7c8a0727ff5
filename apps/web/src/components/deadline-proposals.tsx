import { Button } from 'antd';
import { useDeadlineProposals, type ProposalQuery } from '../api/kinds.js';
import { t } from '../language.js';
import { DayText } from './day-text.js';

/** Dates the rules give, each with its sentence; one click takes it over. */
export function DeadlineProposals({
  about,
  onUse,
}: {
  about: Omit<ProposalQuery, 'kind'> & { kind?: string };
  onUse: (day: string) => void;
}) {
  const { data = [] } = useDeadlineProposals(about);
  if (data.length === 0) return null;
  return (
    <ul className="proposals" aria-label={t('deadline.proposals')}>
      {data.map(({ code, dueOn, sentence, statutory }) => (
        <li key={code}>
          <Button size="small" onClick={() => onUse(dueOn)}>
            {t('deadline.use')} <DayText day={dueOn} />
          </Button>
          {statutory && <span className="mark">{t('kind.statutory')}</span>}
          <span className="faint">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
