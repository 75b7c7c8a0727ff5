import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useCampaigns } from '../../api/kinds.js';
import { useSources } from '../../api/people.js';
import { useToday } from '../../api/session.js';
import { KindsFilter } from '../../components/choices.js';
import { DayChoice } from '../../components/day-choice.js';
import { t } from '../../language.js';
import { endOfDay, readQuestion } from './dashboard-address.js';

/** Day, kinds and sources; all of it lives in the address. */
export function QuestionBar() {
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const sources = useSources();
  const campaigns = useCampaigns();
  const { asOf = today, knownAt, kind = [], sourceId = [], campaignId = [] } = readQuestion(params);
  const change = (values: Record<string, string | null>) =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      for (const [key, value] of Object.entries(values)) {
        if (value) next.set(key, value);
        else next.delete(key);
      }
      return next;
    });
  const known = (day: string, wanted: boolean) => (wanted && day !== today ? endOfDay(day) : null);
  return (
    <div className="question-bar">
      <label className="faint" htmlFor="dashboard-day">
        {t('dashboard.asOf')}
      </label>
      <DayChoice
        id="dashboard-day"
        value={asOf}
        to={today}
        onChange={(day) => {
          const next = day ?? today;
          change({ asOf: next === today ? null : next, knownAt: known(next, knownAt !== undefined) });
        }}
      />
      {asOf !== today && (
        <Checkbox
          checked={knownAt !== undefined}
          onChange={({ target }) => change({ knownAt: known(asOf, target.checked) })}
        >
          {t('dashboard.asKnown')}
        </Checkbox>
      )}
      <KindsFilter
        className="question-choice"
        placeholder={t('dashboard.allKinds')}
        value={kind}
        onChange={(kinds) => change({ kind: kinds.join(',') })}
      />
      <Select
        mode="multiple"
        className="question-choice"
        placeholder={t('dashboard.allSources')}
        aria-label={t('column.source')}
        maxTagCount={1}
        allowClear
        optionFilterProp="label"
        value={sourceId}
        onChange={(ids: string[]) => change({ sourceId: ids.join(',') })}
        options={(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {campaigns.data && campaigns.data.length > 0 && (
        <Select
          mode="multiple"
          className="question-choice"
          placeholder={t('dashboard.allCampaigns')}
          aria-label={t('kind.campaign')}
          maxTagCount={1}
          allowClear
          optionFilterProp="label"
          value={campaignId}
          onChange={(ids: string[]) => change({ campaignId: ids.join(',') })}
          options={campaigns.data.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Button icon={<PrinterOutlined />} onClick={() => window.print()} className="wide-only">
        {t('dashboard.print')}
      </Button>
    </div>
  );
}
